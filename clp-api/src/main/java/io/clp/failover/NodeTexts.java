package io.clp.failover;

import io.clp.NodeId;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Texts on a few nodes, in their order: a plan has one of these for each group, so it is small. Immutable. */
final class NodeTexts extends AbstractMap<NodeId, String> {
    private final NodeId[] nodes;
    private final String[] texts;

    private NodeTexts(NodeId[] nodes, String[] texts) {
        this.nodes = nodes;
        this.texts = texts;
    }

    static NodeTexts copyOf(Map<NodeId, String> map) {
        if (map instanceof NodeTexts texts) {
            return texts;
        }
        NodeId[] nodes = new NodeId[map.size()];
        String[] texts = new String[nodes.length];
        int count = 0;
        for (Map.Entry<NodeId, String> entry : map.entrySet()) {
            nodes[count] = entry.getKey();
            texts[count++] = entry.getValue();
        }
        return new NodeTexts(nodes, texts);
    }

    @Override
    public Set<Map.Entry<NodeId, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return nodes.length;
            }

            @Override
            public Iterator<Map.Entry<NodeId, String>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<NodeId, String>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < nodes.length;
        }

        @Override
        public Map.Entry<NodeId, String> next() {
            if (next >= nodes.length) {
                throw new NoSuchElementException();
            }
            Map.Entry<NodeId, String> entry = Map.entry(nodes[next], texts[next]);
            next++;
            return entry;
        }
    }
}
