package io.clp.iis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The order of the guide for controls that start and stop each service by itself. */
final class StartsAndStops {
    private StartsAndStops() {}

    static List<IisStep> of(
            IisPhase phase,
            Standby standby,
            IisServices services,
            Function<IisServices.Named, IisStep> start,
            Function<IisServices.Named, IisStep> stop) {
        List<IisStep> starts = services.inStartOrder().stream().map(start).toList();
        List<IisStep> stops = services.inStopOrder().stream().map(stop).toList();
        boolean twoWay = standby == Standby.TWO_WAY;
        return switch (phase) {
            case ONLINE ->
                twoWay ? Stream.concat(stops.stream(), starts.stream()).toList() : starts;
            case OFFLINE -> stops;
            case RELEASED -> twoWay ? starts : List.of();
        };
    }
}
