package io.clp.config.internal.xml;

import io.clp.config.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes characters of the file's bytes. What its XML declaration says is not what it is: {@code all/encode} names the encoding, and the
 * file must be decoded with it before it can be parsed. It is found in the bytes: the second byte of a double-byte character is never
 * one of {@code < > &}.
 */
final class Decoder {
    private static final Pattern ENCODE = Pattern.compile("<encode\\s*>([^<]{0,64})</encode\\s*>");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]{0,128}?encoding\\s*=\\s*[\"']([^\"']{0,64})[\"'][^>]{0,128}>");

    private static final char BOM = '\uFEFF';

    private final String file;
    private final byte[] bytes;

    Decoder(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    String text() {
        Charset mark = markedCharset();
        String text = decode(mark != null ? mark : namedCharset());
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private @Nullable Charset markedCharset() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Charset namedCharset() {
        String ascii = new String(bytes, StandardCharsets.ISO_8859_1); // one character a byte, tags as they are
        int all = outsideComments(ascii);
        Matcher encode = ENCODE.matcher(ascii);
        if (all >= 0 && encode.find(all)) {
            return known(encode, ascii);
        }
        Matcher declared = DECLARED.matcher(ascii);
        Charset otherwise = declared.lookingAt() ? known(declared, ascii) : StandardCharsets.UTF_8;
        return otherwise.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : otherwise;
    }

    /** Returns where {@code all} begins, or a negative number. */
    private static int outsideComments(String ascii) {
        int comment = ascii.indexOf("<!--");
        int all = ascii.indexOf("<all");
        while (comment >= 0 && all > comment) {
            int end = ascii.indexOf("-->", comment);
            if (end < 0) {
                return -1;
            }
            all = all < end ? ascii.indexOf("<all", end) : all;
            comment = ascii.indexOf("<!--", end);
        }
        return all;
    }

    private Charset known(Matcher name, String ascii) {
        Optional<Charset> charset = Encodings.of(name.group(1).strip());
        return charset.orElseThrow(() -> failure(
                new Lines(ascii).at(name.start(1)),
                "encoding \"" + Secrets.masked(name.group(1).strip()) + "\" is not one of SJIS, EUC-JP, UTF-8, ASCII"));
    }

    private String decode(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        out.flip();
        if (result.isError()) {
            throw failure(
                    new Lines(out).at(out.length()),
                    String.format(
                            Locale.ROOT,
                            "byte 0x%02X is no part of a character in %s",
                            bytes[in.position()],
                            charset.name()));
        }
        return out.toString();
    }

    private ConfigurationException failure(Place place, String why) {
        return new ConfigurationException(
                file, List.of(new ConfigurationException.Problem(place.line(), place.column(), "", why)));
    }
}
