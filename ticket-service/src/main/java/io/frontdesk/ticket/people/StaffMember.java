package io.frontdesk.ticket.people;

import io.frontdesk.events.Person;

/** @param active whether they may still log in */
public record StaffMember(Person person, boolean active) {}
