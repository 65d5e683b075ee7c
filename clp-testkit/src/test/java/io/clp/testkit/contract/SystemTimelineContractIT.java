package io.clp.testkit.contract;

import io.clp.time.Timeline;

/** The system's timeline keeps the rules of timelines. */
class SystemTimelineContractIT extends TimelineContract {
    @Override
    protected PlatformFixture fixture() {
        return new PlatformFixture() {
            @Override
            public Timeline timeline() {
                return Timeline.system();
            }

            @Override
            public void close() {}
        };
    }
}
