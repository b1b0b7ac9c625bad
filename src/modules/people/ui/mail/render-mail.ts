import { render } from 'svelte/server';
import type { Message } from '#lib/server/mail.ts';
import { linkMinutes, type MailData, type NewMail } from '../../mail.ts';
import DailyNote from './DailyNote.svelte';
import Letter from './Letter.svelte';
import SignInMail from './SignInMail.svelte';
import { bulkHeaders, document, oneLine, plain } from './document.ts';
import { renderBrief, renderItem } from './render-brief.ts';

/** Addresses of this installation come from here and nowhere else, so a mail never trusts the name a request came in by. */
const addressIn = (baseUrl: string) => (path: string) => (path.startsWith('/') && !path.startsWith('//') ? `${baseUrl}${path}` : baseUrl);

export function renderSignInMail({ to, link, baseUrl }: { to: string; link: string; baseUrl: string }): Message {
	const subject = 'Anmelden bei Gestaltungsraum';
	return {
		to,
		subject,
		html: document(render(SignInMail, { props: { link, baseUrl } }), subject),
		text: plain(
			'Hier geht es hinein',
			`Mit diesem Link gelingt die Anmeldung ohne Passwort. Er gilt ${linkMinutes} Minuten und nur ein einziges Mal:`,
			link,
			'Wer das nicht angefordert hat, braucht nichts zu tun: Ohne diesen Link kommt niemand hinein.',
			`-- \nGestaltungsraum · ${baseUrl}`
		)
	};
}

function renderLetter(to: string, data: MailData['letter'], baseUrl: string): Message {
	const absolute = addressIn(baseUrl);
	const { title, paragraphs, button, why, leave } = data;
	return {
		to,
		subject: oneLine(title),
		html: document(render(Letter, { props: { data, absolute, baseUrl } }), title),
		text: plain(
			title,
			...paragraphs,
			!!button && `${button.text}:\n${absolute(button.href)}`,
			`-- \n${why}${leave ? `\nAbmelden: ${absolute(leave)}` : ''}\nGestaltungsraum · ${baseUrl}`
		),
		...(leave && {
			headers: bulkHeaders({ name: 'Vorgemerkt', list: 'vorgemerkt', unsubscribe: absolute(leave), baseUrl })
		})
	};
}

export const noteTitle = (items: MailData['daily-note']['items']): string =>
	items.length === 1 ? oneLine(items[0]?.title ?? '') : `${items.length} Neuigkeiten aus dem Gestaltungsraum`;

function renderDailyNote(
	to: string,
	data: MailData['daily-note'],
	{ baseUrl, unsubscribe }: { baseUrl: string; unsubscribe: string }
): Message {
	const absolute = addressIn(baseUrl);
	const title = noteTitle(data.items);
	const why = `Diese Mail fasst höchstens einmal am Tag zusammen, was für ${data.name || to} neu ist.`;
	return {
		to,
		subject: title,
		html: document(render(DailyNote, { props: { data, title, why, unsubscribe, absolute, baseUrl } }), title),
		text: plain(
			title,
			...data.items.map((item) => `${item.title}\n${item.text}\n${absolute(item.href)}`),
			`-- \n${why}\nNicht mehr oder im Wochenbrief: ${unsubscribe}\nGestaltungsraum · ${baseUrl}`
		),
		headers: bulkHeaders({ name: 'Tagesnotiz', list: 'tagesnotiz', unsubscribe, baseUrl })
	};
}

/** A mail of any template, ready to send. `unsubscribe` ends what brought it, `answers` are the signed links by notice. */
export function renderMail(
	mail: NewMail,
	{ baseUrl, unsubscribe, answers }: { baseUrl: string; unsubscribe: string; answers: Record<string, string> }
): Message {
	const addresses = { absolute: addressIn(baseUrl), answer: (id: string) => answers[id] ?? baseUrl, unsubscribe };
	if (mail.template === 'daily-note') return renderDailyNote(mail.to, mail.data, { baseUrl, unsubscribe });
	if (mail.template === 'brief') return renderBrief(mail.to, mail.data, { baseUrl, addresses });
	if (mail.template === 'item') return renderItem(mail.to, mail.data, { baseUrl, addresses });
	return renderLetter(mail.to, mail.data, baseUrl);
}
