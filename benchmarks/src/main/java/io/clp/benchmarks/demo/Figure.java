package io.clp.benchmarks.demo;

import java.util.List;
import java.util.Locale;

/** A figure of the guide's chapter 1: which groups it draws, and which nodes go before the picture is as drawn. */
enum Figure {
    /** One group on four nodes, in normal operation. */
    FIGURE_1(
            1,
            "normal operation (one-way standby, all nodes)",
            "通常運用状態(片方向スタンバイ型 全ノード使用)",
            "SV1 SV2 SV3 SV4",
            "SV1",
            true),
    /** The same after three nodes went, one after another. */
    FIGURE_2(2, "after failover (SV1 to SV3 down)", "フェイルオーバ後(SV1~3ダウン)", "SV1 SV2 SV3 SV4", "SV1 SV2 SV3", false),
    /** One group on two of four nodes, in normal operation. */
    FIGURE_3(3, "normal operation (one-way standby, two nodes)", "通常運用状態(片方向スタンバイ型 2ノード使用)", "SV1 SV2", "SV1", true),
    /** The same after the first node went. */
    FIGURE_4(4, "after failover (SV1 down)", "フェイルオーバ後(SV1ダウン)", "SV1 SV2", "SV1", false),
    /** Two groups on two nodes, each the other's standby, in normal operation. */
    FIGURE_5(5, "normal operation (two-way standby)", "通常運用状態(双方向スタンバイ型)", "", "SV2", true),
    /** The same after the first node went. */
    FIGURE_6(6, "after failover (SV1 down)", "フェイルオーバ後(SV1ダウン)", "", "SV1", false);

    private final int number;
    private final String english;
    private final String japanese;
    private final String oneWayNodes;
    private final String taken;
    private final boolean restored;

    Figure(int number, String english, String japanese, String oneWayNodes, String taken, boolean restored) {
        this.number = number;
        this.english = english;
        this.japanese = japanese;
        this.oneWayNodes = oneWayNodes;
        this.taken = taken;
        this.restored = restored;
    }

    int number() {
        return number;
    }

    /** Returns the guide's caption. */
    String caption(Locale language) {
        return language.equals(Locale.JAPANESE)
                ? "図 " + number() + " " + japanese
                : "Figure " + number() + ": " + english;
    }

    boolean twoWay() {
        return oneWayNodes.isEmpty();
    }

    /** Returns the nodes of the one group, by priority; empty for two-way standby. */
    List<String> oneWayNodes() {
        return List.of(oneWayNodes.split(" "));
    }

    /** Returns the nodes that are taken away, one after another. */
    List<String> taken() {
        return List.of(taken.split(" "));
    }

    /** Returns whether the node comes back in the end and gets its group again: a figure of normal operation. */
    boolean restored() {
        return restored;
    }
}
