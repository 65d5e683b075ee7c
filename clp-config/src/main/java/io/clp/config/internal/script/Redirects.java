package io.clp.config.internal.script;

/** Reads redirections. */
final class Redirects {
    private Redirects() {}

    static boolean begins(Characters in) {
        boolean digit = Character.isDigit(in.peek()) && (in.peek(1) == '<' || in.peek(1) == '>');
        return digit || in.peek() == '<' || in.peek() == '>';
    }

    static Redirect read(Characters in) {
        return read(in, Character.isDigit(in.peek()) ? in.take() - '0' : -1);
    }

    /** Takes a handle's digit off a command that was read so far; -1 where there is none. */
    static int handleAtEnd(StringBuilder out) {
        int last = out.length() - 1;
        boolean digit = last >= 0 && out.charAt(last) >= '0' && out.charAt(last) <= '9';
        if (!digit || (last > 0 && !Characters.isDelimiter(out.charAt(last - 1)))) {
            return -1;
        }
        int handle = out.charAt(last) - '0';
        out.setLength(last);
        return handle;
    }

    static Redirect read(Characters in, int handle) {
        boolean input = in.take() == '<';
        if (!input && in.peek() == '>') {
            in.take();
        }
        int used = handle >= 0 ? handle : input ? 0 : Redirect.OUT;
        if (in.peek() == '&') {
            in.take();
            return new Redirect(used, input, "&" + in.token());
        }
        String target = in.token();
        if (target.isEmpty()) {
            throw new SyntaxFault("The syntax of the command is incorrect.");
        }
        return new Redirect(used, input, target);
    }
}
