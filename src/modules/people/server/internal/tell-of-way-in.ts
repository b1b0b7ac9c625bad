import type { Ctx } from '../../actor.ts';
import { addMail } from '../add-mail.ts';
import { recordEvent } from '../record-event.ts';

type Change = { kind: string; person: { id: string; email: string }; title: string; text: string; data?: Record<string, unknown> };

/** Writes down that a way into an account changed, and tells its person by mail, so that nobody else does it unnoticed. */
export async function tellOfWayIn(ctx: Ctx, { kind, person, title, text, data }: Change): Promise<void> {
	await recordEvent({ ...ctx, actor: ctx.actor ?? asActor(person) }, kind, { subjectId: person.id, data });
	const paragraphs = [text, 'Waren Sie das nicht? Dann bitte gleich im Konto alle Sitzungen beenden und dem Betreiber Bescheid geben.'];
	const button = { text: 'Zur Sicherheit des Kontos', href: '/konto/sicherheit' };
	const why = 'Diese Mail kommt, wenn sich etwas daran ändert, wie man in Ihr Konto kommt. Sie lässt sich nicht abbestellen.';
	await addMail(ctx, { to: person.email, template: 'letter', data: { title, paragraphs, button, why } });
}

const asActor = ({ id, email }: Change['person']) => ({ id, email, name: '', grants: [] });
