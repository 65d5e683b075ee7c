package io.clp.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts what the lab measures on Wine into the page of results: passes on what it reads, and takes the rows of tables in it. */
public final class WineResults {
    private WineResults() {}

    /**
     * Runs until the measurements end.
     *
     * @param arguments the page; what it ran on beside this machine, in words
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path page = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> rows = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(line);
            if (WinePage.isRow(line)) {
                rows.add(line);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("nothing was measured: no row of a table");
        }
        List<String> surroundings = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        surroundings.addAll(Surroundings.lines());
        Files.writeString(page, WinePage.merged(Files.readString(page), surroundings, rows, Surroundings.commit()));
    }
}
