package io.frontdesk.local.process;

/** A port that a server listens on, and the environment variable that moves it. */
public record Port(String variable, int number) {}
