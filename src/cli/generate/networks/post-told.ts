import type { InquiryInput } from '#modules/networks/forms.ts';
import type { SeatFunction } from '#modules/organisations/seat.ts';
import type { Answer } from '#modules/people/ask.ts';
import type { NewNotice } from '#modules/people/server/add-notice.ts';
import { herzberg, neukirchen, wunsiedel } from '#testing/cast.ts';

/** What the invented networks ask. Days count from today. */
export type ToldInquiry = Omit<InquiryInput, 'dueOn'> & {
	network: string;
	daysAgo: number;
	dueIn: number;
	answers?: Record<string, Answer>;
	isDraft?: boolean;
};
type ToldNotice = Omit<NewNotice, 'personId' | 'sender' | 'dueAt'> & { network: string; daysAgo: number; dueIn?: number };

export const officials: { name: string; ags: string; held: SeatFunction }[] = [
	{ name: 'Kerstin Pohl', ags: herzberg, held: 'deputy_mayor' },
	{ name: 'Jörg Petzold', ags: neukirchen, held: 'mayor' },
	{ name: 'Matthias Rauh', ags: wunsiedel, held: 'administration' },
	{ name: 'Birgit Amann', ags: '06634009', held: 'mayor' },
	{ name: 'Elke Thomsen', ags: '01054088', held: 'mayor' },
	{ name: 'Ralf Dornbusch', ags: '15084590', held: 'mayor' },
	{ name: 'Silke Hartung', ags: '12070424', held: 'administration' },
	{ name: 'Hubert Leitner', ags: '09272118', held: 'mayor' }
];

const mayors: InquiryInput['audience'] = { group: 'members', functions: ['mayor', 'administration'] };
const say = (...choices: string[]): Answer => ({ choices, words: '' });
const dates = (...texts: string[]) => texts.map((text, n) => ({ id: `o${n + 1}`, text }));

export const toldInquiries: ToldInquiry[] = [
	{
		...{ network: 'helle-orte', daysAgo: 5, dueIn: 6, minutes: 5, audience: mayors },
		title: 'Wann passt das Wintertreffen?',
		text: 'Wir treffen uns in Wunsiedel, mit Blick in die alte Porzellanfabrik. Kreuzen Sie alles an, was geht.',
		ask: { kind: 'choose', several: true, options: dates('Dienstag, 12. Januar', 'Donnerstag, 14. Januar', 'Mittwoch, 20. Januar') },
		answers: {
			...{ 'Jörg Petzold': say('o1', 'o3'), 'Birgit Amann': say('o1'), 'Elke Thomsen': say('o1', 'o2') },
			...{ 'Matthias Rauh': { choices: ['o1', 'o2', 'o3'], words: 'Wir haben die Schlüssel, uns ist jeder Tag recht.' } }
		}
	},
	{
		...{ network: 'helle-orte', daysAgo: 3, dueIn: 12, minutes: 5, audience: mayors },
		title: 'Dürfen wir Ihre Zahlen im Jahresbericht nennen?',
		text: 'Gemeint sind Fläche, Kosten und Nutzer:innen des Hauses, das Sie zuletzt wieder geöffnet haben. Ohne Ihr Ja steht dort nichts.',
		ask: { kind: 'yes_no' },
		answers: { 'Birgit Amann': say('yes'), 'Ralf Dornbusch': { choices: ['no'], words: 'Erst nach dem Beschluss im Januar.' } }
	},
	{
		...{ network: 'helle-orte', daysAgo: 2, dueIn: 20, minutes: 15, audience: mayors },
		title: 'Was hat Ihr Rat zuletzt über ein leeres Haus beschlossen?',
		text: 'Zwei, drei Sätze genügen, auch wenn es schiefging. Daraus wird die Sammlung „So hat der Rat entschieden“.',
		ask: { kind: 'text' },
		answers: { 'Elke Thomsen': { choices: [], words: 'Vorkauf des Kaufmannsladens, einstimmig, nach einem Abend im Laden selbst.' } }
	},
	{
		...{ network: 'helle-orte', daysAgo: 1, dueIn: 40, minutes: 45, audience: mayors },
		title: 'Bilanz: Was hat Ihr Haus gekostet, was hat es gebracht?',
		text: 'Für die Wirkungsstudie brauchen wir fünf Zahlen und eine ehrliche Einschätzung. Eine Dreiviertelstunde sollten Sie einplanen.',
		ask: { kind: 'text' }
	},
	{
		...{ network: 'helle-orte', daysAgo: 0, dueIn: 30, minutes: 10, audience: mayors, isDraft: true },
		title: 'Wer nimmt im Sommer eine Probewoche auf?',
		text: 'Eine Gruppe, eine Woche, ein leeres Haus mit Strom und Wasser.',
		ask: { kind: 'yes_no' }
	},
	{
		...{ network: 'raumlotsen-brandenburg', daysAgo: 4, dueIn: 9, minutes: 5, audience: mayors },
		title: 'Kommen Sie zum Rundgang durch die Hutfabrik?',
		text: 'Zwei Stunden in Luckenwalde, danach Suppe. Wir zeigen, wie aus vierzig Metern Flur zwölf Ateliers auf Probe wurden.',
		ask: { kind: 'yes_no' }
	},
	{
		...{ network: 'raumlotsen-brandenburg', daysAgo: 6, dueIn: 25, minutes: 20, audience: mayors },
		title: 'Neuer Ablauf bei Nutzungsänderungen',
		text: 'Die Bauaufsicht hat mit uns vier Schritte vereinbart, nach denen sie binnen sechs Wochen antwortet. Bitte einmal lesen und weitergeben.',
		ask: { kind: 'confirm', text: 'Gelesen und weitergegeben' }
	},
	{
		...{ network: 'gemeinsame-mitte', daysAgo: 8, dueIn: 11, minutes: 10, audience: mayors },
		title: 'In welcher Werkstatt wirken Sie mit?',
		text: 'Alle drei laufen im Februar, jede an einem Tag. Eine Hand genügt, Vorbereitung braucht es keine.',
		ask: {
			kind: 'choose',
			several: false,
			options: dates('Kaufhaus ohne Kaufhof', 'Schule, Kirche, Laden: das dritte Leben', 'Kleine Stadt, lange Wege', 'Dieses Mal gar nicht')
		}
	},
	{
		...{ network: 'gemeinsame-mitte', daysAgo: 2, dueIn: 34, minutes: 15, audience: mayors },
		title: 'Ein Satz zur kleinen Stadt',
		text: 'Für den Impuls im Frühjahr sammeln wir Sätze, die mit „Bei uns“ beginnen. Ihrer fehlt noch.',
		ask: { kind: 'text' }
	}
];

const reading = { topic: 'news', kind: 'demo-news' } as const;

export const toldNotices: ToldNotice[] = [
	{
		...{ ...reading, network: 'raumlotsen-brandenburg', daysAgo: 3, subjectId: 'zwischenmiete', minutes: 10 },
		data: {
			title: 'Drei Muster für den Zwischenmietvertrag',
			text: 'Kurz, mittel, ausführlich: mit den Sätzen, über die am häufigsten gestritten wird, und wie man sie entschärft.',
			href: '/netzwerke/raumlotsen-brandenburg'
		}
	},
	{
		...{ network: 'helle-orte', daysAgo: 0, dueIn: 2, topic: 'place_offer', kind: 'demo-place', subjectId: 'reise', minutes: 2 },
		ask: { kind: 'yes_no' },
		data: {
			title: 'Ein Platz auf der Reise in die Altmark ist frei geworden',
			text: 'Sie stehen als Nächster auf der Warteliste. Drei Tage, drei Häuser, 9. bis 11. März. Bitte sagen Sie binnen zwei Tagen, ob Sie ihn nehmen.',
			href: '/konto/wartet'
		}
	}
];
