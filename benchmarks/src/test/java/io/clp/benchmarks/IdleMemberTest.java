package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.member.MemberAction;
import io.clp.internal.member.MemberInput;
import org.junit.jupiter.api.Test;

/** The member of the benchmark has joined, and has nothing to do. */
class IdleMemberTest {
    @Test
    void aLookIsFollowedByOneReadOfAllGroupsAndByNothingElse() {
        IdleMember member = new IdleMember(100);

        assertThat(member.take(IdleMember.contact()))
                .singleElement()
                .isInstanceOfSatisfying(
                        MemberAction.Read.class, it -> assertThat(it.groups()).hasSize(100));
        assertThat(member.take(member.read())).isEmpty();
        assertThat(member.take(new MemberInput.Tick())).isEmpty();
        assertThat(member.wakeAt()).isEqualTo(Long.MAX_VALUE);
    }
}
