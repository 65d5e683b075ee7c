package io.clp.windows.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The lab's private network: this machine at eth0, and a neighbour. */
final class LabNetwork implements TestNetwork {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int FIRST_HOST = 100;
    private static final int HOSTS = 140;

    private final List<String> taken = new ArrayList<>();

    @Override
    public String interfaceAlias() {
        return "eth0";
    }

    @Override
    public String free() {
        return "10.10.0." + host() + "/24";
    }

    @Override
    public String freeIpv6() {
        return "fd00:0010:0000:0000:0000:00aa:0000:0" + host() + "/64";
    }

    @Override
    public String far() {
        return "10.99.0." + host() + "/24";
    }

    @Override
    public String taken() {
        String cidr = free();
        new Neighbour().take(cidr);
        taken.add(cidr);
        return cidr;
    }

    @Override
    public void giveUp(String cidr) {
        new Neighbour().giveUp(cidr);
        taken.remove(cidr);
    }

    @Override
    public boolean receives(String address) {
        return new Neighbour().reaches(address);
    }

    @Override
    public void close() {
        List.copyOf(taken).forEach(this::giveUp);
    }

    private static int host() {
        return FIRST_HOST + NUMBER.incrementAndGet() % HOSTS;
    }
}
