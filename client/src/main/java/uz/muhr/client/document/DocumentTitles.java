package uz.muhr.client.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What documents call themselves, in English, Russian and Uzbek, and the code of UNTDID 1001 for each. */
final class DocumentTitles {
    private record Title(String code, Pattern words) {}

    private static final List<Title> TITLES = List.of(
            title("865", "certificate of origin,? form a|gsp form a"),
            title("954", "eur ?\\.? ?1(?![0-9])"),
            title(
                    "861",
                    "certificate of origin|сертификат (?:о )?происхождени[яи]|kelib chiqish(?:i|i toʻgʻrisidagi)? sertifikati|chafta coo"),
            title("851", "phytosanitary certificate|фитосанитарный сертификат|fitosanitar(?:iya)? sertifikati?"),
            title(
                    "853",
                    "veterinary (?:health )?certificate|ветеринарн(?:ый сертификат|ое свидетельство)|veterinariya (?:sertifikati|guvohnomasi)"),
            title("852", "sanitary certificate|санитарный сертификат|sanitariya sertifikati"),
            title(
                    "911",
                    "import (?:licen[cs]e|permit)|лицензия на (?:импорт|ввоз)|разрешение на (?:импорт|ввоз)|импортное карантинное разрешение|import (?:litsenziyasi|ruxsatnomasi)"),
            title(
                    "811",
                    "export (?:licen[cs]e|permit)|лицензия на (?:экспорт|вывоз)|разрешение на (?:экспорт|вывоз)|eksport (?:litsenziyasi|ruxsatnomasi)"),
            title("705", "bill of lading|коносамент|konosament"),
            title("710", "sea waybill"),
            title("740", "air waybill|авиагрузовая накладная"),
            title("720", "rail(?:way)? consignment note|железнодорожная накладная|smgs|смгс|temir yoʻl yukxati"),
            title("730", "road consignment note|international consignment note|cmr"),
            title("785", "cargo manifest|грузовой манифест|yuk manifesti"),
            title("830", "export declaration|goods declaration for exportation|экспортная декларация"),
            title("929", "import declaration|goods declaration for importation|импортная декларация"),
            title("271", "packing list|упаковочный лист|qadoqlash varagʻi"),
            title("380", "commercial invoice|invoice|инвойс|hisob-faktura|счет-фактура"));

    private DocumentTitles() {}

    /** The code of the title that stands first in a text; of two at one place, that of the longer. */
    static Optional<String> first(String text) {
        String plain = UzbekLetters.plain(text).replaceAll("\\s+", " ");
        Title first = null;
        int start = Integer.MAX_VALUE;
        for (Title title : TITLES) {
            Matcher found = title.words.matcher(plain);
            if (found.find() && found.start() < start) {
                start = found.start();
                first = title;
            }
        }
        return Optional.ofNullable(first).map(Title::code);
    }

    private static Title title(String code, String words) {
        return new Title(
                code,
                Pattern.compile(
                        "(?<!\\p{L})(?:" + words + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
