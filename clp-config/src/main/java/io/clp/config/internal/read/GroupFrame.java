package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group while it is being read. Not thread-safe. */
final class GroupFrame {
    private final Element element;
    private final String id;
    private final List<Server> servers;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Recovery recovery = new Recovery();
    private boolean broken;

    GroupFrame(Element element, String id, List<Server> servers) {
        this.element = element;
        this.id = id;
        this.servers = servers;
    }

    Element element() {
        return element;
    }

    String name() {
        return element.attribute("name");
    }

    String id() {
        return id;
    }

    /** Returns the servers that can host it, by priority. */
    List<Server> servers() {
        return servers;
    }

    List<String> nodes() {
        return servers.stream().map(it -> it.node().value()).toList();
    }

    Recovery recovery() {
        return recovery;
    }

    /** Adds a member, unless it has one of the name. */
    boolean add(Member member) {
        return members.putIfAbsent(member.found().name(), member) == null;
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Says that it cannot be built. */
    void breakIt() {
        broken = true;
    }

    boolean broken() {
        return broken;
    }
}
