package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.clp.platform.ActResult;
import io.clp.platform.AddressControl;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStatus;
import io.clp.platform.VolumeControl;
import io.clp.time.Timeline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A platform that breaks a rule fails the tests of that rule. */
class PlantedBugsTest {
    private static Bug planted = (method, arguments, real) -> real.call();

    @AfterEach
    void mend() {
        planted = (method, arguments, real) -> real.call();
    }

    @Test
    void findsAWaitThatEndsTooEarly() {
        assertThat(broken("awaitChange", (arguments, real) -> {
                    arguments[2] = Duration.ZERO;
                    return real.call();
                }))
                .contains(
                        "theLimitEndsTheWaitAndNotBefore", "anInterruptEndsTheWait", "aPendingServiceShowsItsProgress");
    }

    @Test
    void findsATerminationOfTheWrongProcess() {
        assertThat(broken("terminate", (arguments, real) -> {
                    arguments[1] = (long) arguments[1] - 1;
                    return real.call();
                }))
                .contains("terminatingAnotherProcessThanTheOneSeenEndsNothing");
    }

    @Test
    void findsACrashTakenForAnOrderlyEnd() {
        assertThat(broken("query", (arguments, real) -> {
                    Object result = real.call();
                    return result instanceof ServiceStatus it
                            ? new ServiceStatus(it.state(), it.processId(), 0, it.checkpoint(), it.waitHintMillis())
                            : result;
                }))
                .contains("aCrashIsAnAbnormalEnd", "aFailedStartEndsStoppedWithItsCode");
    }

    @Test
    void findsAStartTypeThatStays() {
        assertThat(broken("changeStartType", (arguments, real) -> ActResult.done()))
                .contains("aDisabledServiceThatRunsGoesOn", "aStartTypeOfDriversIsRefused", "theStartTypeCanBeChanged");
    }

    @Test
    void findsDependentsInTheWrongOrder() {
        assertThat(broken("runningDependents", (arguments, real) -> ((List<?>) real.call())
                        .stream().sorted().toList()))
                .containsExactly("aStopWaitsForItsDependentsAndTheirOrderIsTold");
    }

    @Test
    void findsAnAnnouncementThatNobodyHears() {
        assertThat(broken("announce", (arguments, real) -> ActResult.done()))
                .containsExactly("anAddressThatIsNotHereCannotBeAnnounced", "whatIsNoAddressIsNowhere");
    }

    @Test
    void findsAnAddressThatStays() {
        assertThat(broken("remove", (arguments, real) -> ActResult.done()))
                .contains("aRemovedAddressIsAbsent", "anAddressThatIsNotHereIsRemovedAlready");
    }

    @Test
    void findsACommandWithoutALimit() {
        assertThat(broken("run", (arguments, real) -> {
                    arguments[2] = Duration.ofHours(1);
                    return real.call();
                }))
                .containsExactly("pastItsLimitACommandIsEnded", "whatACommandStartedIsEndedWithIt");
    }

    @Test
    void findsAVersionWithoutItsBuild() {
        assertThat(broken("windowsVersion", (arguments, real) -> "10.0"))
                .containsExactly("theVersionOfWindowsIsMajorMinorAndBuild");
    }

    @Test
    void findsANameThatNoNodeCanHave() {
        assertThat(broken("computerName", (arguments, real) -> " ")).containsExactly("theComputerNameIsTheNameOfANode");
    }

    @Test
    void findsATimerThatFiresTooEarly() {
        assertThat(broken("after", (arguments, real) -> {
                    arguments[0] = ((Duration) arguments[0]).dividedBy(2);
                    return real.call();
                }))
                .containsExactly("aCallbackRunsWhenItIsDue");
    }

    @Test
    void findsASleepThatEndsTooEarly() {
        assertThat(broken("sleep", (arguments, real) -> {
                    arguments[0] = ((Duration) arguments[0]).dividedBy(2);
                    return real.call();
                }))
                .contains("aSleepLastsAsLongAsTold", "tasksWaitBesideEachOther");
    }

    private static List<String> broken(String method, Act bug) {
        planted = (called, arguments, real) -> called.equals(method) ? bug.instead(arguments, real) : real.call();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfABentPlatform.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(it -> it.getTestDescriptor().getDisplayName().replace("()", ""))
                .sorted()
                .toList();
    }

    /** Does something else than the real method. */
    @FunctionalInterface
    private interface Act {
        Object instead(Object[] arguments, Real real) throws Throwable;
    }

    @FunctionalInterface
    private interface Bug {
        Object call(String method, Object[] arguments, Real real) throws Throwable;
    }

    @FunctionalInterface
    private interface Real {
        Object call() throws Throwable;
    }

    static class OfABentPlatform extends PlatformContract {
        @Override
        protected PlatformFixture fixture() {
            return FakeFixture.bent(it -> bend(Platform.class, it));
        }

        private static <T> T bend(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> planted.call(method.getName(), arguments, () -> {
                        Object result = invoke(method, real, arguments);
                        return bendPart(result);
                    })));
        }

        private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Object bendPart(Object part) {
            if (part instanceof ServiceControl services) {
                return bend(ServiceControl.class, services);
            } else if (part instanceof AddressControl addresses) {
                return bend(AddressControl.class, addresses);
            } else if (part instanceof VolumeControl volumes) {
                return bend(VolumeControl.class, volumes);
            } else if (part instanceof CommandRunner commands) {
                return bend(CommandRunner.class, commands);
            } else if (part instanceof NodeInfo info) {
                return bend(NodeInfo.class, info);
            } else if (part instanceof Timeline time) {
                return bend(Timeline.class, time);
            }
            return part;
        }
    }
}
