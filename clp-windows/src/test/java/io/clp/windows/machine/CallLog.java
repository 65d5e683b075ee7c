package io.clp.windows.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clp.testkit.contract.PlatformFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the stand-ins were called with from now on, as they saw it: each call an object with the function as "fn". */
public final class CallLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file = Places.state().resolve("calls.jsonl");
    private final int begun;

    /** Begins here; aborts the test where there is no stand-in to keep a log. */
    public CallLog() {
        if (!Places.standIns()) {
            throw PlatformFixture.lacking("stand-ins that log what they are called with");
        }
        begun = lines().size();
    }

    /**
     * Returns the calls of this process since the beginning, in order.
     *
     * @param functions their names as the headers have them, with their W
     * @return what the stand-ins logged of them
     */
    public List<JsonNode> of(String... functions) {
        List<JsonNode> calls = new ArrayList<>();
        List<String> lines = lines();
        for (String line : lines.subList(begun, lines.size())) {
            JsonNode call = parse(line);
            boolean mine = call.get("pid").asLong() == ProcessHandle.current().pid();
            if (mine && List.of(functions).contains(call.get("fn").asText())) {
                calls.add(call);
            }
        }
        return calls;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
