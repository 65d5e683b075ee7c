package io.clp.config.internal.read;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.config.ConfigurationException;
import io.clp.config.ReadOptions;
import io.clp.config.ReadReport;
import io.clp.config.ResourceOffer;
import io.clp.config.ScriptFolder;
import io.clp.config.internal.model.GroupSpec;
import io.clp.config.internal.model.OfferedSpec;
import io.clp.config.internal.xml.Document;
import io.clp.config.internal.xml.DocumentReader;
import io.clp.config.internal.xml.Element;
import io.clp.resource.ResourceRecognizer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Reads a configuration: first what there is, then what the groups are, then what is to be told of it. */
public final class ClusterReader {
    private final String file;
    private final Path scriptsFolder;
    private final ReadOptions options;
    private final List<ResourceRecognizer> recognizers;
    private final Notes notes = new Notes();

    private ClusterReader(String file, Path scriptsFolder, ReadOptions options, List<ResourceRecognizer> recognizers) {
        this.file = file;
        this.scriptsFolder = scriptsFolder;
        this.options = options;
        this.recognizers = recognizers;
    }

    /**
     * What was read.
     *
     * @param name the cluster's name
     * @param encoding of the scripts
     * @param nodes by priority
     * @param groups in the order of the file
     * @param specs what they were built of
     * @param scripts where the scripts are
     * @param offers what was recognised in resources
     * @param report what became of each element
     */
    public record Result(
            String name,
            Charset encoding,
            List<NodeId> nodes,
            List<FailoverGroup> groups,
            List<GroupSpec> specs,
            List<ScriptFolder> scripts,
            Offers offers,
            ReadReport report) {
        /** Returns the same with resources replaced by what was offered for them. */
        public Result taking(List<ResourceOffer> taken) {
            List<GroupSpec> changed = new ArrayList<>();
            for (GroupSpec spec : specs) {
                GroupSpec group = spec;
                for (ResourceOffer offer : taken) {
                    if (offer.group().value().equals(spec.id())) {
                        group = group.replacing(new OfferedSpec(offer.offer()));
                    }
                }
                changed.add(group);
            }
            List<FailoverGroup> built = changed.stream().map(GroupSpec::build).toList();
            List<ResourceOffer> left =
                    offers.all().stream().filter(it -> !taken.contains(it)).toList();
            List<ScriptFolder> stillRun = scripts.stream()
                    .filter(it -> taken.stream()
                            .noneMatch(offer -> offer.group().equals(it.group())
                                    && offer.resource().equals(it.resource())))
                    .toList();
            return new Result(
                    name, encoding, nodes, built, List.copyOf(changed), stillRun, new Offers(() -> left), report);
        }
    }

    /** Looked for once: it takes longer than reading a file. */
    private static final class Installed {
        private static final List<ResourceRecognizer> ALL = ServiceLoader.load(ResourceRecognizer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Reads a configuration.
     *
     * @param file its name, for messages
     * @param bytes what it holds
     * @param scriptsFolder where its scripts are
     * @param options what it does not say
     * @throws ConfigurationException something is wrong with it; all is named
     */
    public static Result read(String file, byte[] bytes, Path scriptsFolder, ReadOptions options) {
        Document document = DocumentReader.read(file, bytes);
        List<ResourceRecognizer> recognizers = new ArrayList<>(options.recognizers());
        recognizers.addAll(Installed.ALL);
        return new ClusterReader(file, scriptsFolder, options, recognizers).read(document);
    }

    private Result read(Document document) {
        Element root = document.root();
        SettingsReader settings = new SettingsReader(notes);
        boolean readable = settings.isForWindows(root);
        notes.addAll(document.problems());
        if (!readable) {
            throw new ConfigurationException(file, notes.problems());
        }
        String name = settings.name(root);
        Charset encoding = settings.encoding(root);
        List<Server> servers = new ServerReader(notes).read(root);
        Ids ids = new Ids();
        ResourceIndex index = new ResourceIndex(root, notes, ids);
        Map<String, GroupFrame> groups = new GroupReader(notes, servers, index, new Ids()).read(root);
        index.checkAllUsed();
        List<ScriptFolder> scripts = new ArrayList<>();
        ResourceTypes types = new ResourceTypes(
                notes, options, servers, new ScriptReader(notes, options, scriptsFolder, encoding, scripts));
        groups.values().forEach(group -> group.members()
                .forEach(it -> types.read(it.found(), group).ifPresent(it::spec)));
        Assembly assembly = new Assembly(
                notes, groups, new MonitorReader(notes, new Targets(notes, groups, index), ids).read(root));
        List<Assembly.Built> built = new ArrayList<>();
        groups.values().forEach(it -> assembly.build(it).ifPresent(built::add));
        new Sharing(notes).check(groups.values());
        if (notes.problemCount() > 0) {
            throw new ConfigurationException(file, notes.problems());
        }
        List<FailoverGroup> all = built.stream().map(Assembly.Built::group).toList();
        Recognition recognition = new Recognition(recognizers, scripts);
        return new Result(
                name,
                encoding,
                servers.stream().map(Server::node).toList(),
                all,
                built.stream().map(Assembly.Built::spec).toList(),
                List.copyOf(scripts),
                new Offers(() -> recognition.in(all)),
                Coverage.report(root, notes));
    }
}
