package io.clp.testkit.simulation;

/** What every run is judged by. */
enum Rule {
    GROUND_TRUTH("the machines never hold what they must not: no two holders, no double mount, order within the group"),
    CONVERGES("when everything is repaired, every group runs on exactly one node"),
    NO_CRASH("no run ends in an error of the library's own"),
    FENCED_TAKEOVER("a takeover comes only after the fencer's word about just this ownership"),
    OFFLINE_BEFORE_RELEASE("a group is given back only when its owner knows all of it to be offline"),
    OWNER_STARTS("a node starts a group only under the epoch that it was given last, and epochs grow"),
    CONTACT_BEFORE_START("nothing starts on a node that is not in contact"),
    LOST_HOLDS_NOTHING("a node that has lost contact takes its groups offline at once"),
    SUSPENDED_KEEPS("a suspended contact alone takes nothing offline"),
    STAYS_STOPPED("a group that was stopped by hand starts only when somebody asks"),
    BY_HAND_ONLY("a group without automatic failover never fails over"),
    FAILOVER_CAP("a group fails over at most as often as its policy allows"),
    RESTART_CAP("a resource is restarted at most as often as its policy allows before the group fails over"),
    RESTARTS_FIRST("a failed resource is restarted before its group fails over, also after a quiet period"),
    FINAL_ONCE("the final action runs at most once for a failure"),
    FINAL_NOT_ALONE("the final action does not run where no other node is there"),
    FAILBACK_OF_THE_HEALTHY("only a group that is online and has not failed goes back"),
    NEVER_TOGETHER("groups that must not be together never are"),
    ONLY_TOGETHER("a group is only where those are that it is to be with"),
    START_ORDER("a group starts only when those that it starts after are online"),
    MOST_PREFERRED("of the nodes about which nothing is wrong, the first of its list gets a group"),
    DRAINED_TAKES_NOTHING("a node that was drained takes nothing"),
    OF_THE_ARENA("what one arena asks of its runs"),
    NO_CIRCLE("nothing is tried again and again");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
