package io.clp.benchmarks.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * A client: asks an address over HTTP every few milliseconds, each time over a new connection, and prints a line for each answer: when it
 * asked, when it knew, by {@link System#nanoTime}, and which node answered or what went wrong. Ends with its standard input.
 */
public final class Client {
    private static final int PORT = 80;
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** The header with which the test service says on which node it runs. */
    private static final String NODE = "x-node:";

    private Client() {}

    /**
     * Runs it.
     *
     * @param arguments the address
     * @throws Exception the standard input broke, or an interrupt
     */
    public static void main(String[] arguments) throws Exception {
        InetSocketAddress server = new InetSocketAddress(arguments[0], PORT);
        while (System.in.available() == 0) {
            long asked = System.nanoTime();
            String answer = ask(server);
            System.out.println(asked + " " + System.nanoTime() + " " + answer);
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static String ask(InetSocketAddress server) {
        try (Socket socket = new Socket()) {
            socket.connect(server, (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return read(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (ConnectException e) {
            return "error refused";
        } catch (SocketTimeoutException e) {
            return "error timeout";
        } catch (IOException e) {
            return "error broken";
        }
    }

    private static String read(BufferedReader in) throws IOException {
        String status = in.readLine();
        if (status == null) {
            return "error closed";
        }
        String node = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(NODE)) {
                node = line.substring(NODE.length()).strip().toUpperCase(Locale.ROOT);
            }
        }
        return status.contains(" 200") ? "node " + node : "error " + status.split(" ", -1)[1];
    }
}
