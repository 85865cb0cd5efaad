package io.frontdesk.mail.intake;

enum Outcome {

	PENDING, TICKET, FOLLOW_UP, IGNORED, QUARANTINED

}
