package io.clp.iis;

/** The services of IIS that one can ask for. */
public enum IisService {
    /** The Web service, {@code W3SVC}. */
    WWW,
    /** The FTP service, {@code MSFTPSVC} or {@code ftpsvc}. */
    FTP,
    /** The SMTP service. The cluster does not support it: a definition that names it is refused. */
    SMTP,
    /** The NNTP service. The cluster does not support it: a definition that names it is refused. */
    NNTP;

    boolean supported() {
        return this == WWW || this == FTP;
    }
}
