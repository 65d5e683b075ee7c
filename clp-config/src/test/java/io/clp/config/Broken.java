package io.clp.config;

import java.util.List;

/**
 * Broken inputs: a configuration that is right, with one place of it replaced, and what is to be said of that.
 *
 * @param replaced the place; found once
 * @param by what stands there instead
 * @param at the line and column that must be told
 * @param why a part of what must be told
 */
record Broken(String replaced, String by, String at, String why) {
    static final String RIGHT = """
            <?xml version="1.0" encoding="ASCII"?>
            <root>
             <all><serveros>windows</serveros><encode>UTF-8</encode></all>
             <cluster><name>c1</name></cluster>
             <server name="sv1"><priority>0</priority></server>
             <server name="sv2"><priority>1</priority></server>
             <group name="web">
              <start>1</start>
              <policy name="sv1"><order>0</order></policy>
              <policy name="sv2"><order>1</order></policy>
              <resource name="fip@fip1"/>
              <resource name="sd@sd1"/>
              <resource name="service@svc1"/>
             </group>
             <group name="db">
              <resource name="fip@fip2"/>
             </group>
             <resource>
              <types name="fip"/>
              <fip name="fip1"><parameters><ip>10.1.1.21/24</ip></parameters></fip>
              <fip name="fip2"><parameters><ip>10.1.1.22/24</ip></parameters></fip>
              <sd name="sd1"><parameters><volumemountpoint>E:</volumemountpoint></parameters>
               <server name="sv1"><parameters><volumeguid>11111111-1111-4111-8111-111111111101</volumeguid></parameters></server>
               <server name="sv2"><parameters><volumeguid>11111111-1111-4111-8111-111111111102</volumeguid></parameters></server>
              </sd>
              <service name="svc1">
               <parameters><name>W3SVC</name><started>1</started></parameters>
               <depend name="sd1"/>
               <act><timeout>60</timeout><retry>1</retry><action>1</action></act>
              </service>
             </resource>
             <monitor>
              <types name="servicew"/>
              <servicew name="servicew1"><target>svc1</target><polling><interval>60</interval></polling></servicew>
             </monitor>
            </root>
            """;

    private static final String SECOND_FIP = "<fip name=\"fip2\"><parameters><ip>10.1.1.22/24</ip></parameters></fip>";

    static final List<Broken> TABLE = List.of(
            // the file as XML
            new Broken("</root>\n", "", "36:1", "not well-formed XML"),
            new Broken("</cluster>", "", "36:3", "not well-formed XML"),
            new Broken("<start>1</start>", "<start>1</Start>", "8:13", "not well-formed XML"),
            new Broken("<start>1</start>", "<start>1 & 2</start>", "8:13", "not well-formed XML"),
            new Broken("<start>1</start>", "<start>&who;</start>", "8:15", "not well-formed XML"),
            new Broken("<start>1</start>", "<start>\u0001</start>", "8:10", "not well-formed XML"),
            new Broken("<start>1</start>", "<start a=\"1\" a=\"2\">1</start>", "8:21", "not well-formed XML"),
            new Broken("<start>1</start>", "<start>1<!-- ", "36:9", "not well-formed XML"),
            new Broken("<root>", "<!DOCTYPE root><root>", "2:1", "document type"),
            new Broken("<root>", "<!DOCTYPE root [<!ENTITY a \"b\">]><root>", "2:1", "document type"),
            new Broken("<start>1</start>", "beside", "7:2", "text beside elements"),
            new Broken("<root>", "<root>".repeat(40), "2:193", "within each other"),
            // what file it is
            new Broken("windows", "linux", "3:7", "a configuration for linux; only those for windows"),
            new Broken("windows", "solaris", "3:7", "a configuration for solaris"),
            new Broken("UTF-8", "EBCDIC", "3:43", "encoding \"EBCDIC\" is not one of"),
            new Broken("<name>c1</name>", "", "4:2", "the cluster's name is missing"),
            // servers
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server name=\"sv1\"><priority>1</priority>",
                    "6:2",
                    "two servers are named sv1"),
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server name=\"SV1\"><priority>1</priority>",
                    "6:2",
                    "two servers are named SV1"),
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server name=\"sv2\"><priority>0</priority>",
                    "6:21",
                    "server sv1 has the same priority"),
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server name=\"sv2\"><priority>first</priority>",
                    "6:21",
                    "\"first\" must be a number, 0 to 9999"),
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server><priority>1</priority>",
                    "6:2",
                    "a node's name has 1 to 15"),
            new Broken(
                    "<server name=\"sv2\"><priority>1</priority>",
                    "<server name=\"s/2\"><priority>1</priority>",
                    "6:2",
                    "a node's name has 1 to 15"),
            // groups
            new Broken(
                    "<group name=\"db\">",
                    "<group name=\"web\">",
                    "15:2",
                    "two groups are named web; the other one is in line 7"),
            new Broken("<group name=\"db\">", "<group>", "15:2", "a group without a name"),
            new Broken("<start>1</start>", "<start>yes</start>", "8:3", "\"yes\" must be a number, 0 to 1"),
            new Broken("<start>1</start>", "<failover>2</failover>", "8:3", "\"2\" must be a number, 0 to 1"),
            new Broken("<start>1</start>", "<failback>-1</failback>", "8:3", "\"-1\" must be a number, 0 to 1"),
            new Broken("<start>1</start>", "<exclusive>3</exclusive>", "8:3", "\"3\" must be a number, 0 to 2"),
            new Broken("<policy name=\"sv2\">", "<policy name=\"sv3\">", "10:3", "there is no server sv3"),
            new Broken("<policy name=\"sv2\">", "<policy name=\"sv1\">", "10:3", "server sv1 is named twice"),
            new Broken("<order>1</order>", "<order>0</order>", "10:3", "another server has the order 0 too"),
            new Broken("<order>1</order>", "<order>x</order>", "10:22", "\"x\" must be a number"),
            new Broken(
                    "<start>1</start>",
                    "<depend><act><depend name=\"mail\"/></act></depend>",
                    "8:16",
                    "there is no group mail"),
            new Broken(
                    "<start>1</start>",
                    "<depend><act><depend name=\"web\"/></act></depend>",
                    "8:16",
                    "a group does not wait for itself"),
            new Broken(
                    "<start>1</start>",
                    "<depend><deact><depend name=\"mail\"/></deact></depend>",
                    "8:18",
                    "there is no group mail"),
            new Broken(
                    "<start>1</start>",
                    "<depend><act><timeout>0</timeout></act></depend>",
                    "8:16",
                    "\"0\" must be a number, 1 to 86400"),
            // which resources there are
            new Broken("<resource name=\"fip@fip1\"/>", "", "20:3", "no group has the resource fip@fip1"),
            new Broken(
                    "<resource name=\"fip@fip1\"/>",
                    "<resource name=\"fip@fip9\"/>",
                    "11:3",
                    "there is no resource fip@fip9"),
            new Broken(
                    "<resource name=\"fip@fip1\"/>",
                    "<resource name=\"vip@fip1\"/>",
                    "11:3",
                    "there is no resource vip@fip1"),
            new Broken(
                    "<resource name=\"fip@fip1\"/>",
                    "<resource name=\"fip1\"/>",
                    "11:3",
                    "\"fip1\" is not of the form TYPE@NAME"),
            new Broken(
                    "<resource name=\"fip@fip1\"/>",
                    "<resource name=\"fip@\"/>",
                    "11:3",
                    "is not of the form TYPE@NAME"),
            new Broken(
                    "<resource name=\"fip@fip2\"/>",
                    "<resource name=\"fip@fip1\"/>",
                    "16:3",
                    "another group has the resource fip@fip1 too"),
            new Broken(
                    "<resource name=\"sd@sd1\"/>",
                    "<resource name=\"sd@sd1\"/><resource name=\"sd@sd1\"/>",
                    "12:28",
                    "resource sd@sd1 is named twice"),
            new Broken(
                    SECOND_FIP,
                    SECOND_FIP.replace("fip2", "fip1"),
                    "21:3",
                    "two resources are named fip1; the other one is in line 20"),
            new Broken(SECOND_FIP, SECOND_FIP.replace(" name=\"fip2\"", ""), "21:3", "a resource without a name"),
            // resources
            new Broken("<ip>10.1.1.21/24</ip>", "", "20:3", "the address is missing"),
            new Broken("<ip>10.1.1.21/24</ip>", "<ip> </ip>", "20:32", "the address is missing"),
            new Broken("10.1.1.21/24", "10.1.1.921", "20:32", "an address is an IPv4 or IPv6 literal"),
            new Broken("10.1.1.21/24", "10.1.1.21/99", "20:32", "the prefix length must be 1 to 32"),
            new Broken("10.1.1.21/24", "10.1.1.22/24", "21:3", "address 10.1.1.22 is that of fip1 too"),
            new Broken("<volumemountpoint>E:</volumemountpoint>", "", "22:3", "the drive is missing"),
            new Broken(">E:<", ">C:<", "22:30", "C:\\ is the system's own drive"),
            new Broken(">E:<", ">1:<", "22:30", "a mount point is a drive or a folder"),
            new Broken(
                    "11111111-1111-4111-8111-111111111102",
                    "11111111-1111",
                    "24:35",
                    "a volume is named by its GUID path"),
            new Broken(
                    "<volumeguid>11111111-1111-4111-8111-111111111102</volumeguid>",
                    "",
                    "22:3",
                    "server sv2 can host the group and has no volumeguid here"),
            new Broken(
                    "<server name=\"sv2\"><parameters>",
                    "<server name=\"sv9\"><parameters>",
                    "24:4",
                    "there is no server sv9"),
            new Broken("<name>W3SVC</name>", "", "26:3", "the service's name is missing"),
            new Broken("<name>W3SVC</name>", "<name>a/b</name>", "27:16", "a service's short name has"),
            new Broken("<started>1</started>", "<started>true</started>", "27:34", "\"true\" must be a number, 0 to 1"),
            new Broken(
                    "<timeout>60</timeout>",
                    "<timeout>90000</timeout>",
                    "29:9",
                    "\"90000\" must be a number, 1 to 86400"),
            new Broken("<retry>1</retry>", "<retry>100</retry>", "29:30", "\"100\" must be a number, 0 to 99"),
            new Broken("<action>1</action>", "<action>7</action>", "29:46", "\"7\" must be a number, 0 to 6"),
            new Broken("<depend name=\"sd1\"/>", "<depend name=\"fip2\"/>", "28:4", "group web has no resource fip2"),
            new Broken(
                    "<depend name=\"sd1\"/>",
                    "<depend name=\"svc1\"/>",
                    "28:4",
                    "a cycle of dependencies: svc1 -> svc1"),
            new Broken(
                    "<sd name=\"sd1\">",
                    "<sd name=\"sd1\"><depend name=\"svc1\"/>",
                    "28:4",
                    "a cycle of dependencies: sd1 -> svc1 -> sd1"),
            // monitors
            new Broken("<target>svc1</target>", "<target>svc9</target>", "34:30", "there is no resource svc9"),
            new Broken("<servicew name=\"servicew1\">", "<servicew>", "34:3", "a monitor without a name"),
            new Broken(
                    "<types name=\"servicew\"/>",
                    "<genw name=\"servicew1\"/>",
                    "34:3",
                    "two monitors are named servicew1"),
            new Broken(
                    "<interval>60</interval>", "<interval>0</interval>", "34:60", "\"0\" must be a number, 1 to 86400"),
            new Broken(
                    "<target>svc1</target>",
                    "<target>svc1</target><relation><type>rsc</type><name>no</name></relation>",
                    "34:77",
                    "there is no resource no"),
            new Broken(
                    "<target>svc1</target>",
                    "<target>svc1</target><emergency><action>0</action></emergency>",
                    "34:62",
                    "\"0\" must be a number, 1 to 6"),
            new Broken(
                    "<types name=\"servicew\"/>",
                    "<httpw name=\"h\"><target>svc1</target><parameters><port>0</port></parameters></httpw>",
                    "33:52",
                    "\"0\" must be a number, 1 to 65535"),
            new Broken(
                    "<types name=\"servicew\"/>",
                    "<httpw name=\"h\"><target>svc1</target><parameters><servername>a b</servername></parameters></httpw>",
                    "33:3",
                    "http:// or https://"));

    String text() {
        int at = RIGHT.indexOf(replaced);
        if (at < 0 || RIGHT.indexOf(replaced, at + 1) >= 0) {
            throw new IllegalStateException("found not once: " + replaced);
        }
        return RIGHT.replace(replaced, by);
    }
}
