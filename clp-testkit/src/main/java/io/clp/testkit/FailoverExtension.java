package io.clp.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** The JUnit 5 extension behind {@link FailoverTest}. Not used by itself. */
public final class FailoverExtension implements TestTemplateInvocationContextProvider {
    /** Makes the extension; JUnit does. */
    public FailoverExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getTestMethod()
                .filter(it -> AnnotationSupport.isAnnotated(it, FailoverTest.class))
                .isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        FailoverRuns runs = FailoverRuns.of(context);
        return LongStream.range(0, runs.count()).mapToObj(index -> new Invocation(runs, runs.seed(index)));
    }

    private record Invocation(FailoverRuns runs, long seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneRun(new FailoverRun(runs.nodes(), seed)));
        }
    }

    /** What JUnit calls in the course of one run. */
    private record OneRun(FailoverRun run)
            implements ParameterResolver,
                    AfterEachCallback,
                    TestExecutionExceptionHandler,
                    LifecycleMethodExecutionExceptionHandler {
        private static final Set<Class<?>> TAKEN = Set.of(
                FakeMachines.class,
                FakePlatform.class,
                FakeMachines.Builder.class,
                FakeCluster.class,
                FakeNode.class,
                FakeCluster.Builder.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return parameter.getDeclaringExecutable() instanceof Method && TAKEN.contains(type);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            try {
                if (type == FakeMachines.Builder.class) {
                    return run.builder();
                } else if (type == FakeCluster.Builder.class) {
                    return run.clusterBuilder();
                } else if (type == FakeCluster.class) {
                    return run.cluster();
                } else if (type == FakeNode.class) {
                    return ofType(FakeNode.class, run.cluster().nodes(), parameter);
                }
                FakeMachines machines = run.machines();
                return type == FakeMachines.class ? machines : ofType(FakePlatform.class, machines.nodes(), parameter);
            } catch (IllegalStateException e) {
                throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
            }
        }

        /** Returns the first node for the first parameter of a type, the second one for the second. */
        private static <T> T ofType(Class<T> type, List<T> nodes, ParameterContext parameter) {
            List<Parameter> same = new ArrayList<>();
            for (Parameter each : parameter.getDeclaringExecutable().getParameters()) {
                if (each.getType() == type) {
                    same.add(each);
                }
            }
            int index = same.indexOf(parameter.getParameter());
            if (index >= nodes.size()) {
                throw new IllegalStateException("@FailoverTest names " + nodes.size()
                        + " node(s), and the method takes " + same.size() + " of type " + type.getSimpleName());
            }
            return nodes.get(index);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
            throw run.explained(thrown);
        }

        @Override
        public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
                throws Throwable {
            throw run.explained(thrown);
        }

        @Override
        public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
                throws Throwable {
            throw run.explained(thrown);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            run.close();
        }
    }
}
