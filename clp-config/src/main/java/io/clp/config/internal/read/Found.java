package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;

/**
 * A resource of the file.
 *
 * @param type its type, "fip"
 * @param name its name, unique
 * @param id its id here
 * @param element where it stands
 */
record Found(String type, String name, String id, Element element) {}
