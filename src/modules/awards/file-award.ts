import { germanDay } from '#lib/text/german.ts';
import type { Block } from '#lib/server/pdf/blocks.ts';
import { pointsText, type Change } from '#modules/procedures/score.ts';
import { weightText } from '#modules/procedures/weights.ts';
import { objectionEffects, objectionStates, outcomes, votesText } from './award.ts';
import { heading, table, text } from './file-parts.ts';
import { hashText, nameIn, whenText, type FileFacts, type Names } from './file.ts';

/** The part of the file that tells of the award. */

const changes: Record<Change, string> = { same: 'bleibt', order: 'dahinter ändert sich etwas', first: 'ein anderes ist vorn' };

export function ofRanking({ evaluation, lot }: FileFacts, names: Names): Block[] {
	const { ranking, items, firmness } = evaluation;
	return [
		heading('Reihenfolge'),
		...table(
			[
				{ title: 'Platz', align: 'right' },
				{ title: 'Konzept', share: 2 },
				{ title: 'Punkte', align: 'right' },
				{ title: 'woraus', share: 3 }
			],
			ranking.map((one) => [
				String(one.rank),
				nameIn(names, one.id),
				`${pointsText(one.points)}${one.isTied ? ' (gleich)' : ''}`,
				items.map(({ title }, n) => `${title} ${pointsText(one.parts[n] ?? 0)}`).join('; ')
			])
		),
		...(lot
			? [
					text(
						`Los: angekündigt mit dem Eintrag ${hashText(lot.announced)}. ${lot.word === null ? 'Noch nicht gezogen.' : `Wort der Anwesenden: ${lot.word}. Gezogen ${whenText(lot.drawnAt)}.`}`
					)
				]
			: []),
		heading('Wie fest die Reihenfolge steht'),
		text('Bleibt die Reihenfolge, wenn ein Gewicht um ein Zehntel wandert und die anderen sich den Rest teilen wie bisher?'),
		...table(
			[
				{ title: 'Gewicht', share: 2 },
				{ title: 'erstes bleibt vorn', share: 1 },
				{ title: 'ein Zehntel weniger', share: 1 },
				{ title: 'ein Zehntel mehr', share: 1 }
			],
			firmness.map((one) => [
				`${one.title} (${weightText(one.weight)} %)`,
				`${weightText(one.from)} bis ${weightText(one.to)} %`,
				changes[one.down],
				changes[one.up]
			])
		)
	];
}

export function ofDecision({ award, places, decisions }: FileFacts, names: Names): Block[] {
	return [
		heading('Empfehlung'),
		...(award?.recommendedAt
			? [
					text(whenText(award.recommendedAt)),
					text(award.recommendation),
					text(award.dissent ? `Abweichende Meinungen: ${award.dissent}` : 'Keine abweichenden Meinungen.')
				]
			: [text('Keine.')]),
		...table(
			[
				{ title: 'Platz', align: 'right' },
				{ title: 'Konzept', share: 2 },
				{ title: 'Punkte', align: 'right' },
				{ title: 'Begründung', share: 3 }
			],
			places.map((one) => [
				String(one.rank ?? ''),
				nameIn(names, one.conceptId),
				one.points === null ? '' : pointsText(one.points),
				one.reason
			])
		),
		heading('Entscheidung'),
		...(decisions.length ? [] : [text('Keine.')]),
		...decisions.flatMap((one): Block[] => [
			{
				kind: 'facts',
				items: [
					['Entscheidung', `Nr. ${one.number}, eingetragen ${whenText(one.at)}`],
					['Wer', one.isNone ? `Aufgehoben (${one.body})` : one.body],
					['Am', germanDay(one.decidedOn)],
					['Stimmen', votesText(one)],
					['Warum', one.reasons],
					...(one.deviation ? [['Abweichung', one.deviation] as [string, string]] : []),
					...(one.documentHash ? [['Beschluss, SHA-256', hashText(one.documentHash)] as [string, string]] : [])
				]
			},
			...table(
				[
					{ title: 'Konzept', share: 2 },
					{ title: 'Ergebnis', share: 1 }
				],
				one.places.map((place) => [nameIn(names, place.conceptId), outcomes[place.outcome]])
			)
		])
	];
}

export function ofAftermath({ letters, objections }: FileFacts, names: Names): Block[] {
	return [
		heading('Briefe'),
		...table(
			[
				{ title: 'an', share: 2 },
				{ title: 'gesendet', share: 1 },
				{ title: 'SHA-256', share: 2 }
			],
			letters.map((one) => [`${nameIn(names, one.conceptId)}\nzur Entscheidung ${one.decision}`, whenText(one.sentAt), hashText(one.hash)])
		),
		heading('Einwände'),
		...table(
			[{ title: 'Nr.' }, { title: 'Konzept', share: 1 }, { title: 'Einwand', share: 2 }, { title: 'Antwort', share: 2 }],
			objections.map((one) => [
				String(one.number),
				nameIn(names, one.conceptId),
				`${one.text}\n${whenText(one.raisedAt)}`,
				[objectionStates[one.state], one.effect && objectionEffects[one.effect], one.answer, one.answeredAt && whenText(one.answeredAt)]
					.filter(Boolean)
					.join('\n')
			])
		)
	];
}
