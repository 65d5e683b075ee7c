package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Scripts that were damaged at random are refused by their one exception or run to an end. {@code -Dfuzz.mutations=100000} tries more of
 * them; a failure names the seed.
 */
class FuzzTest {
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 2_000);
    private static final int STEPS = 1_000;
    /** Every so many mutations are judged, too: that takes fifty runs and more. */
    private static final int JUDGED = 100;

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "&",
            "&&",
            "|",
            "||",
            "<",
            ">",
            ">>",
            "2>&1",
            "^",
            "\"",
            "%",
            "%%",
            "!",
            ":",
            "@",
            "=",
            "==",
            "~",
            "%~dp0",
            "%*",
            "%1",
            "%X%",
            "%X:~1,2%",
            "%X:a=b%",
            "!X!",
            "\r\n",
            "\n",
            "\0",
            "\u001a",
            "\t",
            " ",
            "if ",
            "if not ",
            "else ",
            "for %%i in (1 2) do ",
            "for /L %%i in (1,1,9) do ",
            "goto ",
            "goto :eof",
            "call ",
            "call :NORMAL ",
            "set ",
            "set /a x=",
            "set X=%X%%X%",
            "shift",
            "exit /b ",
            "setlocal EnableDelayedExpansion",
            "endlocal",
            "rem ",
            "::",
            "echo ",
            "cd ..",
            "pushd x",
            "popd",
            "other.bat",
            "\u3042",
            "1+(",
            "GEQ",
            "errorlevel 1");

    @Test
    void damagedScriptsAreRefusedOrRun() {
        List<String> samples = samples();
        Tally tally = new Tally();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            String text = damaged(samples.get(random.nextInt(samples.size())), random);
            try {
                tally.add(text, seed % JUDGED == 0);
            } catch (RuntimeException | InterruptedException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ": " + e + "\n" + text, e);
            }
        }
        assertThat(tally.ran).isGreaterThan(MUTATIONS / 2);
        assertThat(tally.judged).isPositive();
        assertThat(tally.withProblems).isPositive();
    }

    private static final class Tally {
        private int ran;
        private int judged;
        private int withProblems;

        void add(String text, boolean judges) throws InterruptedException {
            BatchScript script;
            try {
                script = BatchScript.parse("FUZZ.BAT", text);
            } catch (ScriptException e) {
                return;
            }
            Other host = new Other(text);
            ScriptRun run = script.run(
                    host, Map.of("CLP_EVENT", "START", "CLP_DISK", "SUCCESS", "X", "abcdef"), List.of("a"), STEPS);
            assertThat(run.commands()).hasSizeLessThanOrEqualTo(STEPS);
            assertThat(run.commands()).hasSameSizeAs(host.commands);
            ran++;
            withProblems += run.problems().isEmpty() ? 0 : 1;
            if (judges) {
                judged += ScriptLint.of(script, script)
                                .twoWay(true)
                                .iisVersion("10")
                                .findings()
                                .isEmpty()
                        ? 0
                        : 1;
            }
        }
    }

    /** A node on which programs sometimes fail, and which has one other script: the same. */
    private static final class Other implements ScriptHost {
        private final String text;
        private final List<ScriptCommand> commands = new ArrayList<>();

        Other(String text) {
            this.text = text;
        }

        @Override
        public int run(ScriptCommand command) {
            commands.add(command);
            return command.text().length() % 3 == 0 ? 1 : 0;
        }

        @Override
        public boolean exists(String path) {
            return path.length() % 2 == 0;
        }

        @Override
        public Optional<String> script(String path) {
            return path.equals("other.bat") ? Optional.of(text) : Optional.empty();
        }
    }

    private static List<String> samples() {
        List<String> samples = new ArrayList<>();
        for (String standby : List.of("oneway", "twoway")) {
            for (String strategy : List.of("armload", "netstart", "iisreset")) {
                samples.add(Scripts.text("guide/" + standby + "/" + strategy, "START"));
                samples.add(Scripts.text("guide/" + standby + "/" + strategy, "STOP"));
            }
        }
        samples.add("""
                @echo off
                setlocal EnableDelayedExpansion
                set /a n=0
                :again
                set /a n+=1, m=n*2
                if !n! lss 5 (
                  for %%s in (W3SVC "a b") do (
                    net start %%~s >nul 2>&1 || (call :failed %%s & goto end)
                  )
                  goto again
                ) else if exist Y:\\ (
                  echo %~dp0 %* %X:~1,2% !X:a=b! | find "a"
                )
                call other.bat a b
                :end
                endlocal & exit /b %ERRORLEVEL%
                :failed
                shift
                echo %1 ^
                  failed
                goto :eof
                """);
        return samples;
    }

    private static String damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = 1 + random.nextInt(8); i > 0 && text.length() > 2; i--) {
            damage(text, random);
        }
        return text.toString();
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() - 1);
        int end = Math.max(at, text.indexOf("\n", at));
        switch (random.nextInt(7)) {
            case 0 -> text.setLength(at + 1);
            case 1 -> {
                char c = text.charAt(at);
                text.setCharAt(at, text.charAt(at + 1));
                text.setCharAt(at + 1, c);
            }
            case 2 -> text.delete(at, end + 1);
            case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end + 1));
            case 4 -> text.deleteCharAt(at);
            case 5 -> text.setCharAt(at, (char) random.nextInt(256));
            default -> {
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
        }
    }
}
