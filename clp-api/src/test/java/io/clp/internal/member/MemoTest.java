package io.clp.internal.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.MoveKind;
import io.clp.NodeId;
import org.junit.jupiter.api.Test;

class MemoTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");

    @Test
    void isReadAsItWasWritten() {
        Memo memo = Memo.EMPTY
                .wish(false)
                .failover(1_000)
                .failover(2_000)
                .bar(SV1, 3_000, "the start failed: service App: 1053")
                .move(new Memo.Moving(MoveKind.FAILBACK, SV2));

        assertThat(Memo.parse(memo.text())).isEqualTo(memo);
    }

    @Test
    void staysShortHoweverOftenAGroupFailsOver() {
        Memo memo = Memo.EMPTY.wish(true);
        for (long at = 1; at <= 1_000; at++) {
            memo = memo.failover(1_700_000_000_000L + at);
        }

        assertThat(memo.text()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(memo.failovers()).hasSize(99).endsWith(1_700_000_001_000L);
        assertThat(Memo.parse(memo.text())).isEqualTo(memo);
    }

    @Test
    void leavesOutWhatItDoesNotUnderstand() {
        String text = "colour=blue\nwish=run\nfailover=soon\nbarred=SV1\nmove=SIDEWAYS SV1\nno equals sign\n=\n";

        assertThat(Memo.parse(text)).isEqualTo(Memo.EMPTY.wish(true));
    }

    @Test
    void forgetsWhatIsOlderThanItCounts() {
        Memo memo = Memo.EMPTY.failover(10).failover(20).bar(SV1, 10, "a").bar(SV2, 20, "b");

        Memo later = memo.without(15, 20);

        assertThat(later.failovers()).containsExactly(20L);
        assertThat(later.barred()).containsOnlyKeys(SV2);
    }

    @Test
    void isNeverLongerThanTheCoordinationKeeps() {
        Memo memo = Memo.EMPTY.wish(true);
        for (int i = 0; i < 100; i++) {
            memo = memo.bar(NodeId.of("SV" + i), i, "x\r\n".repeat(500));
        }

        assertThat(memo.text()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(Memo.parse(memo.text()).wish()).isTrue();
        assertThat(Memo.parse(memo.text()).barred().get(SV1).why()).doesNotContain("\n");
    }

    @Test
    void tellsTheNextProcessThatTheFinalActionHasRun() {
        Memo memo = Memo.EMPTY.wish(true).ended(SV1);

        assertThat(Memo.parse(memo.text()).ended()).isEqualTo(SV1);
        assertThat(memo.forgiven().ended()).isNull();
    }
}
