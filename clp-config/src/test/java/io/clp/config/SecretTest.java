package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.config.ReadReport.Entry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final List<String> SECRETS =
            List.of(HEX, "fedcba9876543210fedcba9876543210", "00112233445566778899aabbccddeeff", "s3cret");

    @Test
    void noPasswordIsInWhatIsRead() {
        ClusterDefinition services = Samples.read("services");

        assertThat(SECRETS)
                .noneMatch(services.toString()::contains)
                .noneMatch(services.report().toString()::contains)
                .noneMatch(services.toJava()::contains)
                .noneMatch(services.groups().toString()::contains);
    }

    @Test
    void theReportSaysThatAPasswordIsThereAndWasNotRead() {
        assertThat(Samples.read("services").report().entries())
                .filteredOn(it -> it.what().equals("a password is here; it was not read"))
                .extracting(Entry::path)
                .containsExactly(
                        "webmgr/security/adminpwd",
                        "resource/appli[appli1]/parameters/actpassword",
                        "monitor/httpw[httpw1]/agentparam/password");
    }

    @Test
    void whatLooksLikeAnEncryptedPasswordIsNotReadWhateverItsName() {
        ClusterDefinition read = Texts.read(Broken.RIGHT.replace(
                "<start>1</start>",
                "<start>1</start><token>" + HEX + "</token><x password=\"s3cret\" y=\"" + HEX + "\"/>"));

        assertThat(read.report().at("group[web]/token"))
                .extracting(Entry::what)
                .containsExactly("a password is here; it was not read");
        assertThat(SECRETS).noneMatch(read.report().toString()::contains);
    }

    @Test
    void noPasswordIsInAProblem() {
        List<String> broken = List.of(
                Broken.RIGHT.replace("<start>1</start>", "<start>" + HEX + "</start>"),
                Broken.RIGHT.replace("fip@fip1", "fip@" + HEX),
                Broken.RIGHT.replace(
                        "<start>1</start>", "<password>s3cret<start>x</start>s3cret</password><start>x</start>"),
                Broken.RIGHT.replace("<start>1</start>", "<password>&" + HEX + ";</password>"),
                Broken.RIGHT.replace("<name>W3SVC</name>", "<name>a/b " + HEX + "</name>"),
                Broken.RIGHT.replace("UTF-8", HEX));

        for (String text : broken) {
            ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> Texts.read(text));
            StringWriter all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            assertThat(SECRETS).noneMatch((all + e.problems().toString())::contains);
        }
    }
}
