package io.clp.internal.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A growing list of numbers. Not thread-safe. */
final class Numbers {
    private int[] all = Index.NOTHING;
    private int count;

    /** Returns empty lists. */
    static Numbers[] arrayOf(int length) {
        Numbers[] lists = new Numbers[length];
        Arrays.setAll(lists, i -> new Numbers());
        return lists;
    }

    void add(int number) {
        if (count == all.length) {
            all = Arrays.copyOf(all, Math.max(4, 2 * count));
        }
        all[count++] = number;
    }

    /** Adds a number, unless it is 0, which is none. */
    void addIf(int number) {
        if (number != 0) {
            add(number);
        }
    }

    void addAll(@Nullable Numbers others) {
        for (int i = 0; others != null && i < others.count; i++) {
            add(others.all[i]);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the numbers ascending, each once. */
    int[] sortedOnce() {
        return Graphs.sortedOnce(Arrays.copyOf(all, count), count);
    }

    /** Returns the numbers as they were added. */
    List<Integer> boxed() {
        return list(Arrays.copyOf(all, count));
    }

    static List<Integer> list(int[] numbers) {
        return switch (numbers.length) {
            case 0 -> List.of();
            case 1 -> List.of(numbers[0]);
            default -> Arrays.stream(numbers).boxed().toList();
        };
    }
}
