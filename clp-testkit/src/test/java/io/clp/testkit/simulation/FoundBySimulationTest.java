package io.clp.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.testkit.FaultSchedule;
import org.junit.jupiter.api.Test;

/** The smallest schedules of what the simulation has found in the library. */
class FoundBySimulationTest {
    private static void passes(String arena, String schedule) {
        assertThat(Arenas.named(arena).play(FaultSchedule.parse(schedule)).findings())
                .isEmpty();
    }

    @Test
    void aStopByHandIsRememberedAlthoughTheMemoWasLostOnItsWay() {
        passes("byHand", """
                seed 167
                LOSE_REQUESTS SV1 web 595 PT0.955S
                STOP SV1 web 872 PT6M29.226S
                """);
    }

    @Test
    void aStopByHandIsRememberedAlthoughContactWasLostBeforeTheRelease() {
        passes("two-way", """
                seed 1898
                POWER_OFF SV1 hr 501 PT0S
                BOOT SV1 sales 21 PT0.326S
                LOSE_QUORUM SV2 sales 958 PT0S
                STOP SV2 sales 814 PT6.479S
                """);
    }

    @Test
    void aFinalActionDoesNotRunAgainInTheNextProcess() {
        passes("failback", """
                seed 765
                KILL_PROCESS SV1 web 958 PT0.909S
                FAIL_START SV2 web 315 PT0S
                START_PROCESS SV2 web 807 PT7.532S
                POWER_OFF SV2 web 636 PT0S
                """);
    }

    @Test
    void twoTakeoversAtOnceDoNotBringTogetherWhatMustNotBe() {
        passes("apart", """
                seed 4200
                SLOW_LINK SV2 live 164 PT2.025S
                POWER_OFF SV1 live 786 PT0S
                PAUSE SV3 live 330 PT4.986S
                HANG_ON_STOP SV1 live 299 PT4.156S
                """);
    }

    @Test
    void aGroupWaitsForWhatItIsOnlyBesideWhereThatCouldNotBeStopped() {
        passes("beside", """
                seed 1088829
                HANG_ON_STOP SV1 db 657 PT2.03S
                CUT_ANSWERS SV1 db 196 PT32.41S
                RECONNECT SV1 app 656 PT1M43.937S
                """);
    }

    @Test
    void aGroupThatNothingCanBeDoneAboutIsMovedByHandWhereItFailed() {
        passes("absolute", """
                seed 1001163717668
                DISCONNECT_ALL SV3 blue 679 PT0S
                FENCER_FAILS SV3 blue 927 PT44.789S
                STOP SV3 red 258 PT0S
                """);
    }

    @Test
    void whatStoodStillStartsNothingBeforeItHearsThatItIsInContact() {
        passes("byHand", """
                seed 5001767
                KILL_PROCESS SV1 web 954 PT1M7.041S
                KILL_PROCESS SV3 web 342 PT29.442S
                START_PROCESS SV1 web 534 PT0.138S
                STOP SV3 web 396 PT0.255S
                PAUSE SV2 web 210 PT0S
                START SV2 web 906 PT0.687S
                MOVE SV1 web 276 PT0.882S
                """);
    }

    @Test
    void whatIsForThisNodeWhileItsContactIsSuspendedIsNotStarted() {
        passes("in order", """
                seed 1017965
                PAUSE SV3 db 622 PT0.691S
                FENCER_FAILS SV3 web 809 PT0.847S
                MOVE SV3 db 507 PT0.033S
                PARTITION SV1 db 596 PT1.586S
                PAUSE SV1 db 542 PT1.351S
                """);
    }

    @Test
    void aNodeThatLooksHearsOfItsLossBeforeItIsTold() {
        passes("manual", """
                seed 1054608
                FENCER_SLOW SV3 web 54 PT0.529S
                DELAY_ANSWERS SV1 web 903 PT0.52S
                KILL_PROCESS SV2 web 41 PT0.156S
                FREEZE SV2 web 700 PT0.226S
                START SV1 web 773 PT0.773S
                SLOW_LINK SV1 web 482 PT7.187S
                DRAIN SV3 web 367 PT0.433S
                EXPIRE_SESSION SV1 web 499 PT0S
                """);
    }

    @Test
    void whatIsOnlineBesideADeadProcessCountsUntilItsSessionEnds() {
        passes("order", """
                seed 5028732
                DOUBLE_REQUESTS SV1 app 455 PT6M44.112S
                CUT_ANSWERS SV2 db 775 PT0.483S
                DELAY_ANSWERS SV2 app 310 PT4.901S
                KILL_PROCESS SV1 db 383 PT0.675S
                HEAL SV1 app 342 PT2M25.734S
                """);
    }

    @Test
    void aGroupStartsAfterItsOrderLimitAlthoughOthersAreNotOnline() {
        passes("order", """
                seed 7003420
                STOP SV2 db 293 PT5M19.192S
                PARTITION SV2 db 265 PT4M49.468S
                HANG_ON_START SV1 db 896 PT9M5.745S
                PAUSE SV2 app 635 PT9M14.397S
                """);
    }

    @Test
    void aGroupIsNotClaimedWhileWhatItsOwnerLeftIsLostOnItsWay() {
        passes("four", """
                seed 7008954
                UNRELIABLE SV2 web 407 PT17.219S
                START_PROCESS SV3 web 874 PT6.538S
                STOP SV4 web 562 PT0.477S
                DRAIN SV1 web 961 PT5.635S
                """);
    }

    @Test
    void aStartByHandDoesNotComeBesideWhatIsAboutToLeave() {
        passes("exclusive", """
                seed 7091695
                STOP SV2 b 376 PT18.675S
                MOVE SV1 a 716 PT3.186S
                DISCONNECT SV1 a 287 PT0.268S
                DISCONNECT SV1 b 884 PT8.176S
                DRIFT_CLOCK SV3 a 599 PT9M27.318S
                RECONNECT SV3 a 852 PT4.269S
                """);
    }

    @Test
    void nobodyIsExpectedToComeForAGroupThatItsOwnerHas() {
        passes("absolute", """
                seed 9052804
                HANG_ON_STOP SV2 blue 268 PT6.97S
                MOVE SV3 blue 263 PT9M27.656S
                DELAY_ANSWERS SV1 blue 572 PT2.858S
                HANG_ON_STOP SV1 red 51 PT0.682S
                STOP SV3 red 556 PT0S
                """);
    }

    @Test
    void aNodeThatTakesGroupsAgainMayTakeThem() {
        passes("beside", """
                seed 9077539
                DRAIN SV1 db 496 PT0.84S
                CRASH SV3 db 80 PT0.417S
                PAUSE SV1 app 142 PT1.994S
                UNDRAIN SV1 app 231 PT5.3S
                DRAIN SV1 log 939 PT0.602S
                RESUME SV1 db 225 PT16.515S
                """);
    }

    @Test
    void aStartByHandDoesNotComeBeforeWhatTheGroupIsOnlyBeside() {
        passes("in order", """
                seed 40003565
                STOP SV1 web 612 PT7.53S
                FENCER_FAILS SV3 web 571 PT8M57.993S
                KILL_PROCESS SV1 web 898 PT0S
                UNRELIABLE SV1 web 815 PT9M37.485S
                START SV2 web 511 PT12.473S
                """);
    }

    @Test
    void whatWasTakenOverByHandComesBackWithTheContact() {
        passes("manual", """
                seed 40023760
                EXPIRE_SESSION SV1 web 815 PT0S
                START SV3 web 90 PT0S
                PAUSE SV3 web 983 PT7.26S
                """);
    }

    @Test
    void whoIsAskedToTakeOverDoesSoThoughAMoveIsAskedForMeanwhile() {
        passes("manual", """
                seed 50066704
                FENCER_SLOW SV2 web 988 PT6.75S
                MOVE SV3 web 927 PT0.84S
                PAUSE SV3 web 695 PT55.41S
                START SV1 web 218 PT0.508S
                MOVE SV1 web 963 PT0.915S
                RELEASE SV2 web 839 PT3M11.148S
                """);
    }

    @Test
    void aGroupThatIsOfflineIsNotTakenForOnlineAlthoughTheLinkOfItsOwnerIsTooSlowForAnswers() {
        passes("order", """
                seed 20025436
                SLOW_LINK SV1 app 772 PT0.919S
                FENCER_SLOW SV1 db 880 PT0S
                EXPIRE_SESSION SV1 app 406 PT0S
                FENCER_FAILS SV2 db 991 PT0S
                MOVE SV2 db 732 PT7M38.576S
                KILL_PROCESS SV2 app 68 PT0.307S
                """);
    }

    @Test
    void aReleaseMayArriveAfterItsSenderHasEnded() {
        passes("anything", """
                seed 50086346
                SLOW_LINK SV1 web 433 PT3.229S
                MOVE SV2 web 402 PT0.228S
                RECONNECT SV3 web 167 PT0.71S
                LOSE_REQUESTS SV4 web 357 PT0.487S
                POWER_OFF SV1 web 665 PT3.014S
                """);
    }

    @Test
    void whatItsOwnerMayNotStartIsMovedByHandAlsoWhereItIsUnknown() {
        passes("exclusive", """
                seed 50046351
                DISCONNECT SV1 a 177 PT0S
                RESUME SV1 a 748 PT9M31.762S
                KILL_PROCESS SV3 b 6 PT0.927S
                DOUBLE_REQUESTS SV1 a 270 PT8M38.282S
                PARTITION SV2 b 471 PT41.568S
                POWER_OFF SV1 a 952 PT5.894S
                """);
    }

    @Test
    void aNodeThatHearsOfItsLossOnSuchALinkSaysAllTheSameThatItsGroupIsOffline() {
        passes("order", """
                seed 20025436
                RESUME SV1 app 529 PT0.202S
                SLOW_LINK SV1 app 772 PT0.919S
                FENCER_SLOW SV1 db 880 PT0S
                EXPIRE_SESSION SV1 app 406 PT0S
                FENCER_FAILS SV2 db 991 PT0S
                MOVE SV2 db 732 PT7M38.576S
                KILL_PROCESS SV2 app 68 PT0.307S
                """);
    }

    @Test
    void whatATakeoverFindsFreeIsNotClaimedBeforeWhatItsOwnerLeftIsRead() {
        passes("apart", """
                seed 100019310
                DISCONNECT_ALL SV1 live 351 PT6M48.094S
                STEP_CLOCK SV2 live 428 PT2.802S
                CUT_ANSWERS SV2 live 2 PT0S
                FENCER_FAILS SV2 live 902 PT1.944S
                STOP SV3 test 435 PT1.733S
                EXPIRE_SESSION SV3 test 921 PT0.202S
                HEAL SV2 test 883 PT0S
                """);
    }
}
