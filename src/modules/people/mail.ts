import type { Ask } from './ask.ts';
import type { Topic } from './topics.ts';

/** The button's link gets a signed `?schluessel=` when the mail leaves, so that it stands nowhere but in the mail. See `sign-link.ts`. */
export type SignedPart = { purpose: string; data: Record<string, string>; days: number };

/** A link of a mail in place of the path in the account. */
export type MailLink = { href: string; sign: SignedPart };

/** A notice as it stands in a mail. `standsInFor`: the name of the one who is away. */
export type BriefItem = {
	id: string;
	title: string;
	text: string;
	href: string;
	minutes: number;
	ask: Ask | null;
	sender: string | null;
	dueAt: string | null;
	isReminder: boolean;
	standsInFor?: string;
	inMail?: MailLink;
};

/** What can be written to people, by template. Paths are local; the mail turns them into addresses of this installation. */
export type MailData = {
	/** A letter for everything that has no face of its own. `why` says at the bottom why somebody receives it; `leave` is the path that ends it (RFC 8058). */
	letter: { title: string; paragraphs: string[]; button?: { text: string; href: string; sign?: SignedPart }; why: string; leave?: string };
	'daily-note': { personId: string; name: string; items: { title: string; text: string; href: string; inMail?: MailLink }[] };
	/** The weekly brief. `waiting` is what did not fit and comes later. */
	brief: { personId: string; name: string; budget: number; items: BriefItem[]; waiting: { items: number; minutes: number } };
	/** One thing that cannot wait. */
	item: { personId: string; name: string; topic: Topic; item: BriefItem };
};
export type MailTemplate = keyof MailData;
export type NewMail = { [T in MailTemplate]: { to: string; template: T; data: MailData[T] } }[MailTemplate];

/** A sign-in link works this long. */
export const linkMinutes = 15;

/** A link to answer works until the answer is due, without a date this long. */
export const answerDays = 60;
