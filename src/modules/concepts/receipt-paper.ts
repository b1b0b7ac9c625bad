import { dayOf } from '#lib/calendar.ts';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import type { Receipt } from '#modules/records/receipt.ts';
import { exactText } from './window.ts';

/** Long codes in groups: on paper they end at the margin, and whoever compares them finds the place again. */
const inGroups = (code: string): string => code.replace(/.{8}(?=.)/g, '$& ');

/** The receipt as a paper, with how to check it. It says nothing of what was handed in. */
export function receiptPaper({ receipt, procedure }: { receipt: Receipt; procedure: string }): Paper {
	const { entry } = receipt;
	const facts: [string, string][] = [
		['Verfahren', procedure],
		['Angekommen', `${exactText(new Date(receipt.submittedAt))}, nach der Uhr des Servers`],
		['Kennung des Konzepts', receipt.concept],
		['Prüfwert des Eintrags (SHA-256)', inGroups(entry.hash)],
		['Prüfwert davor', inGroups(entry.prev)],
		['Zusage zum Inhalt', inGroups(entry.commitments.content ?? '')],
		...(entry.commitments.offer ? [['Zusage zum Preis', inGroups(entry.commitments.offer)] as [string, string]] : []),
		['Unterschrift (Ed25519)', inGroups(entry.signature)],
		['Öffentlicher Schlüssel', receipt.key]
	];
	return {
		...{ title: 'Quittung über die Abgabe eines Konzepts', date: dayOf(new Date(receipt.submittedAt)), accent: '#8d3b24' },
		sender: { name: 'Gestaltungsraum' },
		lead: 'Das Konzept ist verschlossen eingegangen. Geöffnet wird es nach der Frist, von zwei benannten Personen zusammen.',
		blocks: [
			{ kind: 'facts', items: facts },
			{ kind: 'heading', text: 'So lässt sich das nachprüfen' },
			{
				kind: 'list',
				items: [
					'Nach der Öffnung ist die Akte des Verfahrens ganz zu lesen. Der Prüfwert des Eintrags muss darin stehen.',
					'Die Zusage zum Inhalt ergibt sich aus dem Konzept und dem Salz. Beides ist in der Kopie, die Ihr mit Eurem Schlüssel herunterladen könnt.',
					'Die Unterschrift gilt für den Prüfwert und lässt sich mit dem öffentlichen Schlüssel prüfen, auch ohne unseren Server.',
					'Die Datei quittung.json enthält dasselbe in einer Form, die Programme lesen.'
				]
			}
		],
		footer: [['Gestaltungsraum'], [procedure]]
	};
}
