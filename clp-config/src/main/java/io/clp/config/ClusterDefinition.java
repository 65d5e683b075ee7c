package io.clp.config;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.config.ConfigurationException.Problem;
import io.clp.config.internal.model.ClusterJava;
import io.clp.config.internal.model.GroupSpec;
import io.clp.config.internal.read.ClusterReader;
import io.clp.config.internal.xml.DocumentReader;
import io.clp.monitor.HttpProbe;
import io.clp.monitor.MonitorProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The configuration of an existing cluster of CLUSTERPRO X for Windows, its {@code clp.conf}, as failover groups of this library. The
 * {@linkplain #report() report} tells what became of each element of the file: nothing is dropped in silence. Passwords are not read.
 *
 * <p>The shape known is that of X 4. A file has at most 16 MiB, 100,000 elements, 32 of them within each other, 64 servers,
 * and 256 resources in a group; it has no document type. It is decoded as its {@code all/encode} says (SJIS, EUC-JP, UTF-8), whatever its XML declaration says.
 *
 * <p>Immutable and thread-safe.
 */
public final class ClusterDefinition {
    private final ClusterReader.Result read;

    private ClusterDefinition(ClusterReader.Result read) {
        this.read = read;
    }

    /**
     * Reads a configuration whose scripts are in the folder {@code scripts} beside it.
     *
     * @param clpConf the file
     * @return what it says
     * @throws ConfigurationException it cannot be read; all problems are named, each with its line and column
     */
    public static ClusterDefinition read(Path clpConf) {
        return read(clpConf, ReadOptions.defaults());
    }

    /**
     * Reads a configuration.
     *
     * @param clpConf the file
     * @param scriptsFolder below it GROUP\RESOURCE\start.bat and stop.bat
     * @return what it says
     * @throws ConfigurationException it cannot be read; all problems are named, each with its line and column
     */
    public static ClusterDefinition read(Path clpConf, Path scriptsFolder) {
        return read(clpConf, ReadOptions.builder().scriptsFolder(scriptsFolder).build());
    }

    /**
     * Reads a configuration.
     *
     * @param clpConf the file
     * @param options what it does not say
     * @return what it says
     * @throws ConfigurationException it cannot be read; all problems are named, each with its line and column
     */
    public static ClusterDefinition read(Path clpConf, ReadOptions options) {
        String name = String.valueOf(clpConf.getFileName());
        Path scripts = options.scriptsFolder().orElseGet(() -> clpConf.resolveSibling("scripts"));
        return new ClusterDefinition(ClusterReader.read(name, bytes(clpConf, name), scripts, options));
    }

    /** {@return the cluster's name} */
    public String name() {
        return read.name();
    }

    /** {@return the encoding of the file's names and of the scripts} */
    public Charset encoding() {
        return read.encoding();
    }

    /** {@return the servers, the one with the highest priority first} */
    public List<NodeId> nodes() {
        return read.nodes();
    }

    /** {@return the groups, in the order of the file; without those that are left out} */
    public List<FailoverGroup> groups() {
        return read.groups();
    }

    /**
     * Returns the groups with other probes in the place of those that ask web servers, as a test on fake machines needs: what waits for a
     * real socket does not obey virtual time.
     *
     * @param web returns the probe that stands for one of the file's; called once for each, at once
     * @return groups of their own, equal to {@link #groups()} otherwise
     */
    public List<FailoverGroup> groups(Function<HttpProbe, MonitorProbe> web) {
        return read.specs().stream().map(it -> it.build(web)).toList();
    }

    /**
     * Returns a group.
     *
     * @param id its id, compared exactly
     * @return the same object as in {@link #groups()}
     * @throws IllegalArgumentException there is no group of that id
     */
    public FailoverGroup group(String id) {
        return groups().stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cluster " + name() + " has no group " + id));
    }

    /** {@return where the scripts of each script resource were found} */
    public List<ScriptFolder> scripts() {
        return read.scripts();
    }

    /**
     * Returns what is recognised in resources and could stand in their places. It is looked for at the first call: that reads the scripts
     * and runs them in every situation, on nothing.
     *
     * @return at most one for each resource; always the same
     */
    public List<ResourceOffer> offers() {
        return read.offers().all();
    }

    /**
     * Puts what was recognised in the place of the resources that it was recognised in. Dependencies and policies stay, their scripts
     * are run no more.
     *
     * @param taken some of {@link #offers()}
     * @return another definition; its report is the same
     * @throws IllegalArgumentException one is not an offer of this definition
     * @throws io.clp.DefinitionException a group cannot work with it
     */
    public ClusterDefinition taking(ResourceOffer... taken) {
        List<ResourceOffer> all = List.of(taken);
        all.stream().filter(it -> !offers().contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("not offered: " + it);
        });
        return new ClusterDefinition(read.taking(all));
    }

    /** {@return what became of each element of the file} */
    public ReadReport report() {
        return read.report();
    }

    /**
     * Prints the groups as code.
     *
     * @return the source, in ASCII, of a class {@code ClusterGroups} without a package, whose method {@code all()} builds the same groups
     */
    public String toJava() {
        List<GroupSpec> specs = read.specs();
        return ClusterJava.of(specs);
    }

    @Override
    public String toString() {
        return "cluster " + name() + " on " + nodes() + ": " + groups();
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DocumentReader.MOST_BYTES + 1);
            if (bytes.length > DocumentReader.MOST_BYTES) {
                throw whole(name, "larger than 16 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw whole(name, "cannot be read: " + e);
        }
    }

    private static ConfigurationException whole(String name, String why) {
        return new ConfigurationException(name, List.of(new Problem(0, 0, "", why)));
    }
}
