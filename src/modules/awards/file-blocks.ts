import { dayOf } from '#lib/calendar.ts';
import type { Block } from '#lib/server/pdf/blocks.ts';
import { euro, germanDay } from '#lib/text/german.ts';
import { conflictKinds, conflictSteps, reviewStates } from '#modules/judging/judging.ts';
import { decidingBodies, tieRules } from '#modules/procedures/procedure.ts';
import { roles } from '#modules/procedures/roles.ts';
import { weightText } from '#modules/procedures/weights.ts';
import { ofAftermath, ofDecision, ofRanking } from './file-award.ts';
import { heading, table, text } from './file-parts.ts';
import { nameOf } from './evaluation.ts';
import { entryText, hashText, nameIn, namesOf, whenText, type FileFacts, type Names } from './file.ts';

/** The file as blocks, in reading order. */

function ofRecord({ entries }: FileFacts, names: Names): Block[] {
	const chain = { main: 'Verlauf', box: 'Eingang' } as Record<string, string>;
	return [
		heading('Jeder Schritt, wie er in der Akte steht'),
		text(`${entries.length} Einträge. Jeder trägt den Prüfwert des vorigen: Fehlt einer oder ist er geändert, passt kein späterer mehr.`),
		...table(
			[{ title: 'Nr.' }, { title: 'Eintrag', share: 1 }],
			entries.map((entry) => [`${chain[entry.chain] ?? entry.chain} ${entry.seq}`, entryText(entry, names)])
		)
	];
}

function ofCall({ calls, frozen }: FileFacts): Block[] {
	const rows = frozen.areas.flatMap((area) => area.leaves.map((leaf) => [area.title, leaf.title, `${weightText(leaf.weight)} %`]));
	return [
		heading('Aufruf und Kriterien'),
		...table(
			[{ title: 'Fassung' }, { title: 'veröffentlicht', share: 1 }, { title: 'Prüfzeichen', share: 2 }],
			calls.map(({ version, at, hash, reason }) => [
				String(version),
				`${whenText(at)}${reason ? `\nGrund: ${reason}` : ''}`,
				hashText(hash)
			])
		),
		text(`Bei gleichen Punkten: ${tieRules[frozen.tieRule]}. Es entscheidet: ${decidingBodies[frozen.decidingBody]}.`),
		...table(
			[
				{ title: 'Bereich', share: 1 },
				{ title: 'Kriterium', share: 2 },
				{ title: 'Gewicht', align: 'right' }
			],
			rows
		),
		heading('Bedingungen', 3),
		frozen.eligibility.length ? { kind: 'list', items: frozen.eligibility.map(({ title }) => title) } : text('Keine.')
	];
}

const met: Record<string, string> = { open: 'offen', met: 'erfüllt', missing: 'fehlt', failed: 'nicht erfüllt' };

const untilText = ({ leftAt }: FileFacts['members'][number]) => (leftAt ? `, bis ${germanDay(dayOf(leftAt))}` : '');

function ofPeople({ members, candidates }: FileFacts): Block[] {
	return [
		heading('Beteiligte'),
		...table(
			[
				{ title: 'Name', share: 1 },
				{ title: 'Aufgabe', share: 1 },
				{ title: 'woher', share: 1 }
			],
			members.map((one) => [one.name, `${roles[one.role]}${one.hasVote ? ', mit Stimme' : ''}${untilText(one)}`, one.affiliation])
		),
		heading('Konzepte'),
		...table(
			[
				{ title: 'Konzept', share: 2 },
				{ title: 'von', share: 1 },
				{ title: 'Preis', align: 'right' },
				{ title: 'Stand', share: 1 }
			],
			candidates.map((one) => [
				nameOf(one),
				one.applicant,
				one.offerCents === null ? '' : euro(one.offerCents / 100),
				one.isValid ? 'gewertet' : `nicht gewertet: ${one.reason ?? 'ohne Begründung'}`
			])
		)
	];
}

/** What became of the sketches of the first stage. */
const ofFirstStage = ({ first }: FileFacts): Block[] =>
	first.length
		? [
				heading('Auswahl für die zweite Stufe'),
				...table(
					[
						{ title: 'Skizze', share: 2 },
						{ title: 'von', share: 1 },
						{ title: 'Ergebnis', share: 1 },
						{ title: 'Warum', share: 2 }
					],
					first.map((one) => [
						nameOf(one),
						one.applicant,
						one.isChosen ? 'ausgewählt' : one.isValid ? 'nicht ausgewählt' : 'ausgeschlossen',
						one.reason ?? ''
					])
				)
			]
		: [];

function ofChecks({ declarations, checks }: FileFacts, names: Names): Block[] {
	return [
		heading('Vorprüfung'),
		...table(
			[
				{ title: 'Konzept', share: 4 },
				{ title: 'Bedingung', share: 4 },
				{ title: 'Ergebnis', share: 2 },
				{ title: 'Notiz', share: 6 }
			],
			checks.map((one) => [
				nameIn(names, one.conceptId),
				nameIn(names, one.conditionId),
				met[one.isMet] ?? one.isMet,
				[one.note, one.by ?? '', whenText(one.at)].filter(Boolean).join('\n')
			])
		),
		heading('Erklärungen zur Befangenheit'),
		...table(
			[
				{ title: 'Wer', share: 3 },
				{ title: 'Konzept', share: 4 },
				{ title: 'Schritt', share: 3 },
				{ title: 'Erklärung', share: 6 }
			],
			declarations.map((one) => [
				nameIn(names, one.memberId),
				nameIn(names, one.conceptId),
				conflictSteps[one.step],
				[conflictKinds[one.kind], one.note, whenText(one.at)].filter(Boolean).join('\n')
			])
		)
	];
}

function ofScores({ reviews, scores }: FileFacts, names: Names): Block[] {
	const by = Map.groupBy(scores, ({ conceptId }) => conceptId);
	const said = Map.groupBy(reviews, ({ conceptId }) => conceptId);
	return [
		heading('Punkte mit Begründung und jeder Änderung'),
		...(said.size ? [] : [text('Keine.')]),
		...[...said].flatMap(([conceptId, own]) => [
			heading(nameIn(names, conceptId), 3),
			...table(
				[
					{ title: 'Wer', share: 1 },
					{ title: 'Stand', share: 1 },
					{ title: 'Sicherheit', align: 'right' },
					{ title: 'Notiz', share: 2 }
				],
				own.map((one) => [
					nameIn(names, one.memberId),
					[reviewStates[one.state], one.submittedAt && whenText(one.submittedAt)].filter(Boolean).join('\n'),
					String(one.confidence ?? ''),
					[one.note, one.reason && `ohne Stimme: ${one.reason}`].filter(Boolean).join('\n')
				])
			),
			...table(
				[
					{ title: 'Kriterium', share: 2 },
					{ title: 'Wer', share: 2 },
					{ title: 'Punkte', align: 'right' },
					{ title: 'Warum', share: 4 }
				],
				(by.get(conceptId) ?? []).map((one) => [
					nameIn(names, one.leafId),
					nameIn(names, one.memberId),
					one.supersededAt ? `früher ${one.points}` : String(one.points),
					[one.reason, one.changeReason && `geändert, weil: ${one.changeReason}`, whenText(one.at)].filter(Boolean).join('\n')
				])
			)
		])
	];
}

/** The whole file, in reading order. */
export function fileBlocks(facts: FileFacts): Block[] {
	const names = namesOf(facts);
	return [
		...ofCall(facts),
		...ofPeople(facts),
		...ofFirstStage(facts),
		...ofChecks(facts, names),
		...ofRanking(facts, names),
		...ofDecision(facts, names),
		...ofAftermath(facts, names),
		...ofRecord(facts, names),
		...ofScores(facts, names)
	];
}
