package io.clp.testkit.internal.sim;

import java.util.ArrayList;
import java.util.List;

/** The parties that could go on now, without an order of their own: the seed picks. */
final class ReadyList {
    private static final int ABSENT = -1;

    private final List<Party> parties = new ArrayList<>();

    int size() {
        return parties.size();
    }

    void add(Party party) {
        party.readySlot = parties.size();
        parties.add(party);
    }

    Party take(int slot) {
        Party party = parties.get(slot);
        remove(party);
        return party;
    }

    /** Takes a party out; does nothing where it is not in. */
    void remove(Party party) {
        int slot = party.readySlot;
        if (slot == ABSENT) {
            return;
        }
        Party last = parties.remove(parties.size() - 1);
        if (last != party) {
            parties.set(slot, last);
            last.readySlot = slot;
        }
        party.readySlot = ABSENT;
    }

    List<Party> list() {
        return List.copyOf(parties);
    }

    void clear() {
        for (Party party : parties) {
            party.readySlot = ABSENT;
        }
        parties.clear();
    }
}
