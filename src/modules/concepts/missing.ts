import type { ConceptFile, Draft } from './concept.ts';
import { sumsOf } from './costs.ts';
import { summaryWords, wordsIn, type Sheet } from './sheet.ts';

/** What is missing before a concept can be handed in. `page` and `field`: where it is entered. */
export type Missing = { text: string; page: '' | '/kosten' | '/dateien'; field: string };

const inForm = (text: string, field: string): Missing => ({ text, page: '', field });
const isMail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function ofHead({ title, summary, applicant }: Draft): Missing[] {
	return [
		...(title.trim() ? [] : [inForm('Das Konzept hat noch keinen Titel.', 'title')]),
		...(summary.trim() ? [] : [inForm('Die Zusammenfassung fehlt.', 'summary')]),
		...(wordsIn(summary) > summaryWords
			? [inForm(`Die Zusammenfassung hat ${wordsIn(summary)} Wörter, höchstens ${summaryWords} passen.`, 'summary')]
			: []),
		...(applicant.name.trim() ? [] : [inForm('Es fehlt, wer das Konzept abgibt.', 'applicantName')]),
		...(applicant.contact.trim() ? [] : [inForm('Es fehlt, wer Auskunft gibt.', 'contact')]),
		...(isMail(applicant.email)
			? []
			: [
					inForm(
						applicant.email.trim()
							? `„${applicant.email}“ ist keine Mailadresse, unter der Ihr erreichbar seid.`
							: 'Es fehlt eine Mailadresse, unter der Ihr erreichbar seid.',
						'email'
					)
				])
	];
}

function ofFields(sheet: Sheet, draft: Draft, files: readonly Pick<ConceptFile, 'for'>[]): Missing[] {
	return sheet.fields.flatMap(({ key, title, mostWords, wantsFile, evidence }): Missing[] => {
		const text = draft.answers[key] ?? '';
		const [words, hasFile] = [wordsIn(text), files.some((file) => file.for === key)];
		if (words > mostWords) return [inForm(`„${title}“ hat ${words} Wörter, höchstens ${mostWords} passen.`, `a-${key}`)];
		if (words === 0 && !hasFile) return [inForm(`Zu „${title}“ steht noch nichts.`, `a-${key}`)];
		return wantsFile && !hasFile
			? [{ text: `Zu „${title}“ fehlt ein Nachweis als Datei (${evidence}).`, page: '/dateien', field: 'for' }]
			: [];
	});
}

export function missingOf(sheet: Sheet, draft: Draft, files: readonly Pick<ConceptFile, 'for'>[]): Missing[] {
	const found = [...ofHead(draft), ...ofFields(sheet, draft, files)];
	const sums = draft.costs && sumsOf(draft.costs);
	if (sheet.needsCosts && (!sums || sums.once + sums.yearly === 0))
		found.push({ text: 'Der Kosten- und Finanzierungsplan ist noch leer.', page: '/kosten', field: 'once-text-0' });
	if (sheet.offerUnit && draft.offerCents === null) found.push({ text: 'Euer Preisangebot fehlt.', page: '/kosten', field: 'offer' });
	return found;
}
