import { render } from 'svelte/server';
import type { Message } from '#lib/server/mail.ts';
import { choicesOf } from '../../ask.ts';
import { duration } from '../../brief.ts';
import type { BriefItem, MailData } from '../../mail.ts';
import { lastDay } from '../../moments.ts';
import { topics } from '../../topics.ts';
import Brief from './Brief.svelte';
import ItemMail from './ItemMail.svelte';
import { briefLead, briefTitle, restLine } from './brief-words.ts';
import { bulkHeaders, document, oneLine, plain } from './document.ts';

/** Addresses of one mail; `answer` gives the signed link of an item. */
export type Addresses = { absolute: (path: string) => string; answer: (id: string) => string; unsubscribe: string };
type Frame = { baseUrl: string; addresses: Addresses };

function itemText(item: BriefItem, { addresses }: Frame): string {
	const due = item.dueAt && `bis ${lastDay(new Date(item.dueAt))}`;
	const head = [item.isReminder && 'Erinnerung', item.sender ?? 'Gestaltungsraum', duration(item.minutes), due].filter(Boolean).join(' · ');
	const ways = item.ask
		? item.ask.kind === 'text' || (item.ask.kind === 'choose' && item.ask.several)
			? `Antworten: ${addresses.answer(item.id)}`
			: Object.entries(choicesOf(item.ask))
					.map(([id, text]) => `${text}:\n${addresses.answer(item.id)}&choice=${encodeURIComponent(id)}`)
					.join('\n')
		: addresses.absolute(item.href);
	const instead = item.standsInFor === undefined ? false : `In Vertretung für ${item.standsInFor}`;
	return [head, item.title.toUpperCase(), instead, item.text, ways].filter(Boolean).join('\n');
}

export function renderBrief(to: string, data: MailData['brief'], frame: Frame): Message {
	const { baseUrl, addresses } = frame;
	const title = briefTitle(data);
	return {
		to,
		subject: oneLine(title),
		html: document(render(Brief, { props: { data, addresses, baseUrl } }), title),
		text: plain(
			title,
			briefLead(data),
			...data.items.map((item) => `${'-'.repeat(40)}\n${itemText(item, frame)}`),
			'-'.repeat(40),
			`${restLine(data)}\nAlles, was wartet: ${addresses.absolute('/konto/wartet')}`,
			`-- \nDiese Mail kommt höchstens einmal in der Woche.\nKeinen Wochenbrief mehr: ${addresses.unsubscribe}\nGestaltungsraum · ${baseUrl}`
		),
		headers: bulkHeaders({ name: 'Wochenbrief', list: 'wochenbrief', unsubscribe: addresses.unsubscribe, baseUrl })
	};
}

export function renderItem(to: string, data: MailData['item'], frame: Frame): Message {
	const { baseUrl, addresses } = frame;
	const title = `${topics[data.topic].text}: ${data.item.title}`;
	return {
		to,
		subject: oneLine(title),
		html: document(render(ItemMail, { props: { data, addresses, baseUrl } }), title),
		text: plain(
			topics[data.topic].text,
			itemText(data.item, frame),
			`-- \nDiese Mail kommt sofort, weil es nicht bis zum Wochenbrief warten kann.\nKünftig im Wochenbrief: ${addresses.unsubscribe}\nGestaltungsraum · ${baseUrl}`
		),
		headers: bulkHeaders({
			name: topics[data.topic].text,
			list: data.topic.replaceAll('_', '-'),
			unsubscribe: addresses.unsubscribe,
			baseUrl
		})
	};
}
