package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.CallRefusedException;
import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.platform.NodeThing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups that a controller is given while it runs. */
class GroupsAtRunTimeTest {
    private static final NodeThing VOLUME = new NodeThing(NodeThing.Kind.VOLUME, "data", true);

    private final FailoverGroup web = Lab.group("web", new Piece("app").uses(VOLUME));
    private final FailoverGroup mail = Lab.group("mail", new Piece("smtp").takes(SECOND));
    private final FailoverGroup mq = Lab.group("mq", new Piece("queue"));
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void areRunAsThoseThatWereThereFromTheBeginning() {
        lab.node.add(mail, mq);
        assertThat(lab.node.groups()).containsExactly(web, mail, mq);
        assertThat(lab.node.group(GroupId.of("mail"))).containsSame(mail);
        assertThat(lab.start(mail).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.state(mq)).isEqualTo(GroupState.UNKNOWN);
    }

    @Test
    void areToldWithTheirPresentStateInOrder() {
        lab.start(web);
        lab.platform.settle();
        lab.node.add(mail);
        lab.start(mail);
        lab.platform.settle();
        List<GroupEvent> told =
                lab.events.stream().filter(it -> it.group().equals(mail.id())).toList();
        assertThat(told.get(0)).isInstanceOfSatisfying(GroupChanged.class, it -> {
            assertThat(it.from()).isEqualTo(it.to()).isEqualTo(GroupState.UNKNOWN);
            assertThat(it.cause()).isEqualTo("present state");
        });
        assertThat(told.get(1)).isInstanceOf(ResourceChanged.class);
        assertThat(told.get(2)).isInstanceOfSatisfying(GroupChanged.class, it -> assertThat(it.to())
                .isEqualTo(GroupState.ONLINE_PENDING));
        List<Long> numbers = lab.events.stream().map(GroupEvent::sequence).toList();
        assertThat(numbers.subList(2, numbers.size())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areToldOnceToWhoSubscribesLater() {
        lab.node.add(mail);
        List<GroupEvent> heard = new ArrayList<>();
        lab.node.subscribe(heard::add);
        lab.platform.settle();
        assertThat(heard).filteredOn(it -> it.group().equals(mail.id())).hasSize(2);
    }

    @Test
    void areRefusedAllWhereOneContradictsAnother() {
        FailoverGroup thief = Lab.group("thief", new Piece("app").uses(VOLUME));
        FailoverGroup twin = Lab.group("mail", new Piece("other"));
        assertThatThrownBy(() -> lab.node.add(mq, mail, twin, thief))
                .isInstanceOfSatisfying(DefinitionException.class, it -> assertThat(it.problems())
                        .hasSize(2))
                .hasMessageContaining("data")
                .hasMessageContaining("two groups have this id");
        assertThat(lab.node.groups()).containsExactly(web);
        assertThatThrownBy(() -> lab.node.view(mq)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lab.node.add(web)).isInstanceOf(DefinitionException.class);
        lab.platform.settle();
        assertThat(lab.events).allSatisfy(it -> assertThat(it.group()).isEqualTo(web.id()));
    }

    @Test
    void mayBeAddedByAListener() {
        lab.node.on(GroupChanged.class, it -> {
            if (it.to() == GroupState.ONLINE && lab.node.groups().size() == 1) {
                lab.node.add(mail);
            }
        });
        lab.start(web);
        lab.platform.settle();
        assertThat(lab.node.groups()).containsExactly(web, mail);
    }

    @Test
    void areRefusedByAClosedController() {
        lab.node.close();
        assertThatThrownBy(() -> lab.node.add(mail))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("closed");
        assertThat(lab.node.groups()).containsExactly(web);
    }
}
