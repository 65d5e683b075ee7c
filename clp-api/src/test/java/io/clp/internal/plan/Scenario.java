package io.clp.internal.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario: text that says what it proves, a picture, and behind each line that says to make a plan, up to an empty one, that plan.
 * The picture may change in between.
 *
 * @param expected the file as it is
 * @param actual the file with what the planner says
 * @param count how many plans there are
 */
record Scenario(String expected, String actual, int count) {
    private static final String PLAN = "plan";

    /** Reads a scenario and plans it. */
    static Scenario of(String text) {
        String expected = text.replace("\r\n", "\n");
        if (!expected.startsWith("# ")) {
            throw new IllegalArgumentException("line 1: a scenario begins with a comment that says what it proves");
        }
        PictureText picture = new PictureText();
        List<String> actual = new ArrayList<>();
        boolean inPlan = false;
        int plans = 0;
        int number = 0;
        for (String line : expected.split("\n", -1)) {
            number++;
            if (inPlan && !line.isEmpty()) {
                continue;
            }
            inPlan = line.equals(PLAN);
            actual.add(line);
            if (inPlan) {
                plans++;
                actual.add(Planner.plan(picture.picture()).toString().stripTrailing());
            } else {
                picture.line(number, line);
            }
        }
        if (plans == 0) {
            throw new IllegalArgumentException("line " + number + ": a scenario has at least one line \"plan\"");
        }
        return new Scenario(expected, String.join("\n", actual), plans);
    }
}
