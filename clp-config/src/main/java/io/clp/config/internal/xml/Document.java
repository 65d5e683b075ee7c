package io.clp.config.internal.xml;

import io.clp.config.ConfigurationException.Problem;
import java.util.List;

/**
 * A parsed file.
 *
 * @param root its outermost element
 * @param problems what is wrong with it that did not keep it from being parsed
 */
public record Document(Element root, List<Problem> problems) {}
