package io.clp.examples;

import io.clp.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * What the quorum holds of a group, as five lines of text.
 *
 * @param owner who has it; empty where it is free
 * @param epoch grows with every owner
 * @param next for whom it is free; empty for anybody
 * @param state what its owner published
 * @param memo what its owner wants the next one to know
 */
record GroupRecord(
        Optional<String> owner, long epoch, Optional<String> next, Optional<String> state, Optional<String> memo) {
    static final GroupRecord NEW =
            new GroupRecord(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    private static final int LINES = 5;

    static GroupRecord parse(String text) {
        List<String> lines = List.of(text.split("\n", LINES));
        return new GroupRecord(
                some(lines.get(0)),
                Long.parseLong(lines.get(1)),
                some(lines.get(2)),
                some(lines.get(3)),
                some(lines.get(4)).map(it -> it.substring(1)));
    }

    private static Optional<String> some(String line) {
        return Optional.of(line).filter(it -> !it.isEmpty());
    }

    String text() {
        return String.join(
                "\n",
                owner.orElse(""),
                String.valueOf(epoch),
                next.orElse(""),
                state.orElse(""),
                memo.map(it -> "=" + it).orElse(""));
    }

    boolean isFree() {
        return owner.isEmpty();
    }

    boolean isOf(NodeId node) {
        return owner.map(NodeId::of).equals(Optional.of(node));
    }

    boolean isFor(NodeId node) {
        return next.map(NodeId::of).map(node::equals).orElse(true);
    }

    GroupRecord acquiredBy(NodeId node) {
        return new GroupRecord(Optional.of(node.value()), epoch + 1, Optional.empty(), Optional.empty(), memo);
    }

    GroupRecord releasedFor(Optional<String> whom) {
        return new GroupRecord(Optional.empty(), epoch, whom, Optional.empty(), memo);
    }

    GroupRecord inState(String now) {
        return new GroupRecord(owner, epoch, next, Optional.of(now), memo);
    }

    GroupRecord withMemo(String text) {
        return new GroupRecord(owner, epoch, next, state, Optional.of(text));
    }
}
