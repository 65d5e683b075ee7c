package io.clp.rehearse.page;

import static io.clp.rehearse.page.Markup.number;
import static io.clp.rehearse.page.Markup.text;

import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.PassageText;
import io.clp.rehearse.passage.Row;
import java.time.Duration;
import java.util.List;

/** The time bars of a passage as a drawing: one row below the other, all on one scale. */
final class PassageSvg {
    private static final int LABELS = 360;
    private static final int BARS = 560;
    private static final int TIMES = 150;
    private static final int ROW = 22;
    private static final int TOP = 24;
    private static final int BAR_HEIGHT = 14;
    private static final double LEAST_BAR = 1;

    private PassageSvg() {}

    static String of(Passage passage) {
        List<Row> rows = passage.rows();
        int height = TOP + ROW * rows.size() + 4;
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(LABELS + BARS + TIMES)
                .append(' ')
                .append(height)
                .append("\">\n");
        out.append(element("title", text(passage.title())));
        axis(passage, height, out);
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + ROW * i, passage.total(), out);
        }
        return out.append("</svg>\n").toString();
    }

    private static void axis(Passage passage, int height, StringBuilder out) {
        label(LABELS, 14, "scale", "0 s", out);
        label(LABELS + BARS, 14, "scale end", PassageText.seconds(passage.total()), out);
        for (int x : new int[] {LABELS, LABELS + BARS}) {
            out.append("<line class=\"edge\" x1=\"" + x + "\" y1=\"18\" x2=\"" + x + "\" y2=\"" + height + "\"/>\n");
        }
    }

    private static void row(Row row, int y, Duration total, StringBuilder out) {
        label(0, y + 15, "node", row.node(), out);
        label(90, y + 15, "resource", row.resource(), out);
        label(LABELS - 150, y + 15, "what", row.what(), out);
        double start = part(row.start(), total);
        double width = part(row.duration(), total);
        out.append("<rect class=\"" + (row.critical() ? "critical" : "beside") + "\" x=\"" + number(LABELS + start)
                + "\" y=\"" + (y + 4) + "\" width=\"" + number(Math.max(width, LEAST_BAR)) + "\" height=\"" + BAR_HEIGHT
                + "\">" + element("title", text(tip(row))) + "</rect>\n");
        label(LABELS + BARS + 8, y + 15, "time", PassageText.seconds(row.duration()), out);
    }

    private static String tip(Row row) {
        return row.node() + " " + row.resource() + " " + row.what() + ": begins at " + PassageText.seconds(row.start())
                + ", takes " + PassageText.seconds(row.duration());
    }

    private static void label(int x, int y, String style, String label, StringBuilder out) {
        if (!label.isEmpty()) {
            out.append("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">" + text(label) + "</text>\n");
        }
    }

    private static double part(Duration time, Duration total) {
        return total.isZero() ? 0 : (double) time.toNanos() / total.toNanos() * BARS;
    }

    private static String element(String name, String content) {
        return Markup.element(name, content);
    }
}
