/** The calendar's language and first day of the week, as the company sets them. */
import 'dayjs/locale/cs';
import 'dayjs/locale/da';
import 'dayjs/locale/de';
import 'dayjs/locale/de-ch';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/es';
import 'dayjs/locale/fi';
import 'dayjs/locale/fr';
import 'dayjs/locale/it';
import 'dayjs/locale/nb';
import 'dayjs/locale/nl';
import 'dayjs/locale/pl';
import 'dayjs/locale/pt';
import 'dayjs/locale/pt-br';
import 'dayjs/locale/sv';

const own = new Set(['en-gb', 'de-ch', 'pt-br']);

/** Returns the settings of the calendar; a week starts on 1 (Monday) to 7 (Sunday). */
export function calendarSettings(language: string, weekStart: number) {
  const tag = language.toLowerCase();
  const speech = tag.split('-')[0] ?? 'en';
  return {
    locale: own.has(tag) ? tag : speech,
    firstDayOfWeek: (weekStart % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6,
    consistentWeeks: true,
  };
}
