package io.clp.testkit.internal.fake;

import java.util.ArrayList;
import java.util.List;

/** A disk, with the volume that each machine sees of it. */
final class Disk {
    final List<Volume> volumes = new ArrayList<>();
}
