/** What mails are about, and which way each may take. */

export const channels = {
	now: 'sofort, als eigene Mail',
	daily: 'täglich, gesammelt',
	brief: 'im Wochenbrief',
	never: 'nie per Mail'
} as const;
export type Channel = keyof typeof channels;

type TopicRule = {
	text: string;
	/** In a sentence, what comes under it. */
	hint: string;
	usual: Channel;
	may: readonly Channel[];
	/** Where it comes with the brief or immediately, this many minutes are expected unless whoever asks says otherwise. */
	minutes: number;
};

/**
 * Immediately comes only what is worth less an hour later or what a person asks a person. Matches come daily, because a house is gone when others look
 * sooner. Links to sign in and news of the account's security are no topic: they always come at once.
 */
export const topics = {
	place_offer: {
		text: 'Ein Platz wird frei',
		hint: 'Sie rücken von der Warteliste nach und müssen bis zu einer Frist zusagen.',
		...{ usual: 'now', may: ['now', 'brief', 'never'], minutes: 2 }
	},
	cancellation: {
		text: 'Absagen und Verlegungen',
		hint: 'Etwas, wofür Sie angemeldet sind, findet nicht oder anders statt, oder Sie rücken nach.',
		...{ usual: 'now', may: ['now', 'brief', 'never'], minutes: 1 }
	},
	direct_question: {
		text: 'Persönliche Fragen',
		hint: 'Jemand wendet sich an Sie selbst, nicht an alle.',
		...{ usual: 'now', may: ['now', 'brief', 'never'], minutes: 5 }
	},
	conversation: {
		text: 'Gespräche',
		hint: 'Jemand hat Ihnen geschrieben. Eine Mail je Gespräch, bis Sie gelesen haben.',
		...{ usual: 'now', may: ['now', 'daily', 'brief', 'never'], minutes: 2 }
	},
	inquiry: {
		text: 'Rundfragen',
		hint: 'Ein Netzwerk fragt alle seine Mitglieder oder einen Teil davon.',
		...{ usual: 'brief', may: ['brief', 'never'], minutes: 5 }
	},
	admission: {
		text: 'Aufnahme',
		hint: 'Termine, Abstimmungen und Nachrichten zu Anträgen.',
		...{ usual: 'brief', may: ['brief', 'never'], minutes: 5 }
	},
	news: {
		text: 'Neues aus Netzwerken',
		hint: 'Zum Lesen, ohne Antwort.',
		...{ usual: 'brief', may: ['brief', 'never'], minutes: 2 }
	},
	place: {
		text: 'Orte',
		hint: 'Bewerbungen um die Auszeichnung, Jury, Tandem.',
		...{ usual: 'brief', may: ['daily', 'brief', 'never'], minutes: 2 }
	},
	freshness: {
		text: 'Stimmt das noch?',
		hint: 'Ein Haus oder ein Gesuch ist lange nicht bestätigt.',
		...{ usual: 'brief', may: ['brief', 'never'], minutes: 1 }
	},
	owner: {
		text: 'Antworten von Eigentümer:innen',
		hint: 'Jemand hat auf ein Anschreiben Ihrer Kommune geantwortet.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 3 }
	},
	match: {
		text: 'Passungen',
		hint: 'Ein Raum passt zu einem Gesuch.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 1 }
	},
	group: {
		text: 'Gruppen',
		hint: 'Neues in Gruppen um ein Haus: wer dazukommt, was sich ändert, Antworten aufs Anklopfen.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 1 }
	},
	case: {
		text: 'Fälle',
		hint: 'Neues in Fällen, an denen Sie beteiligt sind oder arbeiten: Worte, Empfehlungen, Termine.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 2 }
	},
	procedure: {
		text: 'Konzeptverfahren',
		hint: 'Änderungen, Antworten, Termine und Ergebnisse von Verfahren, denen Sie folgen oder in denen Sie mitwirken.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 2 }
	},
	contact: {
		text: 'Interesse und Kontakt',
		hint: 'Die andere Seite einer Passung möchte sprechen.',
		...{ usual: 'daily', may: ['daily', 'brief', 'never'], minutes: 2 }
	}
} as const satisfies Record<string, TopicRule>;
export type Topic = keyof typeof topics;

export const topicNames = Object.keys(topics) as Topic[];

export const mayComeBy = (topic: Topic, channel: Channel): boolean => (topics[topic].may as readonly Channel[]).includes(channel);

/** How a sender is heard: as chosen per topic, at most in the brief, or not by mail at all. */
export const senderChannels = { brief: 'alles im Wochenbrief', never: 'nie per Mail' } as const;

export const aboutTopic = (topic: Topic): string => `topic:${topic}`;
export const aboutSender = (senderId: string): string => `sender:${senderId}`;

/** What somebody chose, by what it is about; what is missing is as usual. */
export type Choices = ReadonlyMap<string, Channel>;

/** The way a notice takes to somebody. Never outweighs all; a sender can be made quieter than its topics, not louder. */
export function channelFor({ topic, senderId }: { topic: Topic; senderId: string | null }, choices: Choices): Channel {
	const chosen = choices.get(aboutTopic(topic));
	const byTopic = chosen && mayComeBy(topic, chosen) ? chosen : topics[topic].usual;
	const bySender = senderId === null ? undefined : choices.get(aboutSender(senderId));
	if (byTopic === 'never' || bySender === 'never') return 'never';
	return bySender === 'brief' ? 'brief' : byTopic;
}
