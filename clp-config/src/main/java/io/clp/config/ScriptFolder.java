package io.clp.config;

import io.clp.GroupId;
import io.clp.ResourceId;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Where the scripts of a script resource were found when its configuration was read.
 *
 * @param group the group of the resource
 * @param resource the resource
 * @param start the script that starts, an existing file
 * @param stop the script that stops, an existing file
 * @param encoding what the configuration says of the encoding of scripts
 */
public record ScriptFolder(GroupId group, ResourceId resource, Path start, Path stop, Charset encoding) {}
