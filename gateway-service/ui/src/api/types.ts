import type { components } from './schema';

/** The names by which this page knows the API's shapes; the shapes are the generated ones. */
type Schemas = components['schemas'];

export type Me = Schemas['MeView'];
export type MeChange = Schemas['MeChangeRequest'];
export type Preferences = Me['preferences'];
export type NamedId = Schemas['NamedId'];
export type Person = Schemas['PersonView'];
/** Somebody of the directory; `active` is false for who was deactivated. */
export type User = Schemas['UserListUserView'];

export type TicketRow = Schemas['TicketListRowView'];
export type Ticket = Schemas['TicketView'];
/** Whom a reply is for, and who gets a copy. */
export type Recipients = Schemas['Recipients'];
export type NewTicket = Schemas['NewTicketRequest'];
export type TicketChange = Schemas['TicketChangeRequest'];
export type Status = Ticket['status'];
export type Priority = Ticket['priority'];

export type Message = Schemas['MessageView'];
export type NewMessage = Schemas['MessageNewMessageRequest'];
export type ReplyToPreview = Schemas['ReplyPreviewRequest'];
/** A reply as the client would get it. */
export type MailPreview = Schemas['MailPreview'];
/** One's own draft as the server has it. */
export type SavedDraft = Schemas['DraftView'];
export type DraftToSave = Schemas['DraftRequest'];
export type Attachment = Schemas['MessageAttachment'];
export type Delivery = Schemas['Delivery'];

export type CannedReply = Schemas['CannedReply'];

/** A mail of a ticket: why one came in came here, and what became of one that went out. */
export type TicketMail = Schemas['TrailEntry'];
/** `before` and `after` are ids where the field holds a reference. */
export type HistoryEntry = Schemas['HistoryEntry'];

/** What each list of the API has. */
export type Page<T> = Pick<Schemas['MessageListView'], 'nextCursor' | 'total'> & { items: T[] };
