package io.clp.testkit.examples;

/** The example's own contract test, where the build finds it. */
class T03QueueManagerTest extends T03QueueManager.QueueManagerContractTest {}
