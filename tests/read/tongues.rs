//! Tables whose headers say little, or say it in another language than English, read without options.

use super::shapes::{read_events, refuses, told};

/// Each table, and its events as their labels say them.
const CASES: &[(&str, &[&str])] = &[
    (
        "Season,Champions,Runners-up,Top scorer\n\
         2018–19,Manchester City,Liverpool,Aubameyang\n\
         2019–20,Liverpool,Manchester City,Vardy\n\
         2020–21,Manchester City,Manchester United,Kane\n",
        &["2018–2019: Manchester City", "2019–2020: Liverpool", "2020–2021: Manchester City"],
    ),
    (
        "Given,Surname,Birth Date,Birth Place,Death Date,Death Place\n\
         Karl,Lindqvist,17 FEB 1841,Umeå,2 NOV 1903,Duluth\n\
         Brita,Persdotter,ABT 1846,Lycksele,AFT 1910,Duluth\n\
         Nils,Lindqvist,5 MAY 1872,Umeå,,\n",
        &[
            "17 Feb 1841 – 2 Nov 1903: Karl Lindqvist",
            "c. 1846 – after 1910: Brita Persdotter",
            "5 May 1872: Nils Lindqvist",
        ],
    ),
    (
        "Quando;Che cosa\n\
         ore 14.30 del 3 maggio 1968;Assemblea\n\
         ore 18.00 del 3 maggio 1968;Corteo\n\
         ore 9.15 del 6 maggio 1968;Sgombero\n",
        &[
            "3 May 1968, 14:30: Assemblea",
            "3 May 1968, 18:00: Corteo",
            "6 May 1968, 09:15: Sgombero",
        ],
    ),
    (
        "Ano;Sede;Campeão;Vice\n\
         1958;Suécia;Brasil;Suécia\n\
         1962;Chile;Brasil;Tchecoslováquia\n\
         1970;México;Brasil;Itália\n",
        &["1958: Brasil", "1962: Brasil", "1970: Brasil"],
    ),
    (
        "Padişah;Tahta çıkış;Tahttan iniş;Açıklama\n\
         Fatih Sultan Mehmed;3 Şubat 1451;3 Mayıs 1481;İkinci saltanat\n\
         II. Bayezid;22 Mayıs 1481;25 Nisan 1512;\n\
         Yavuz Sultan Selim;25 Nisan 1512;22 Eylül 1520;\n",
        &[
            "3 Feb 1451 – 3 May 1481: Fatih Sultan Mehmed",
            "22 May 1481 – 25 Apr 1512: II. Bayezid",
            "25 Apr 1512 – 22 Sep 1520: Yavuz Sultan Selim",
        ],
    ),
    (
        "\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Event\"\n\
         \"10/19/1987\",\"2246.74\",\"2246.74\",\"1738.74\",\"1738.74\",\"Black Monday\"\n\
         \"10/13/1989\",\"2759.84\",\"2780.00\",\"2569.26\",\"2569.26\",\"Friday the 13th\"\n\
         \"10/27/1997\",\"7633.38\",\"7717.38\",\"7161.14\",\"7161.15\",\"Asian crisis\"\n",
        &["19 Oct 1987: Black Monday", "13 Oct 1989: Friday the 13th", "27 Oct 1997: Asian crisis"],
    ),
    (
        "\"Subject\",\"Start Date\",\"Start Time\",\"End Date\",\"End Time\",\"All day event\",\"Reminder on/off\",\"Categories\",\"Location\"\n\
         \"Urlaub\",\"1.8.2024\",\"00:00:00\",\"10.8.2024\",\"00:00:00\",\"True\",\"False\",\"Privat\",\"\"\n\
         \"Jour fixe\",\"13.8.2024\",\"09:00:00\",\"13.8.2024\",\"10:00:00\",\"False\",\"True\",\"Arbeit\",\"Raum 3\"\n",
        &["1–9 Aug 2024: Urlaub", "13 Aug 2024, 09:00:00 – 10:00:00: Jour fixe"],
    ),
    (
        "No.\tPontificate\tName\tBirthplace\tAge at start\n\
         264\t16 October 1978 – 2 April 2005 (26 years, 168 days)\tJohn Paul II\tWadowice\t58\n\
         265\t19 April 2005 – 28 February 2013 (7 years, 315 days)\tBenedict XVI\tMarktl\t78\n\
         266\t13 March 2013 – 21 April 2025 (12 years, 39 days)\tFrancis\tBuenos Aires\t76\n",
        &[
            "16 Oct 1978 – 2 Apr 2005: John Paul II",
            "19 Apr 2005 – 28 Feb 2013: Benedict XVI",
            "13 Mar 2013 – 21 Apr 2025: Francis",
        ],
    ),
    (
        "Nachname;Vorname;geboren;gestorben\n\
         Gauß;Carl Friedrich;30.04.1777;23.02.1855\n\
         Noether;Emmy;23.03.1882;14.04.1935\n",
        &[
            "30 Apr 1777 – 23 Feb 1855: Carl Friedrich Gauß",
            "23 Mar 1882 – 14 Apr 1935: Emmy Noether",
        ],
    ),
    (
        "Burg;Erbaut;Zerstört;Bauherr\n\
         Falkenstein;um 1250;1689;Grafen\n\
         Rheineck;vor 1151;;Pfalzgraf\n\
         Wildeck;Ende 13. Jh.;1525;Ritter\n",
        &[
            "c. 1250 – 1689: Falkenstein",
            "Before 1151: Rheineck",
            "Late 13th century – 1525: Wildeck",
        ],
    ),
    (
        "Presidente,Posse,Fim do mandato,Partido\n\
         Itamar Franco,29 de dezembro de 1992,1 de janeiro de 1995,PMDB\n\
         FHC,1 de janeiro de 1995,1 de janeiro de 2003,PSDB\n\
         Lula,1 de janeiro de 2003,1 de janeiro de 2011,PT\n",
        &[
            "29 Dec 1992 – 1 Jan 1995: Itamar Franco",
            "1 Jan 1995 – 1 Jan 2003: FHC",
            "1 Jan 2003 – 1 Jan 2011: Lula",
        ],
    ),
    (
        "Władca;Panowanie;Dynastia\n\
         Mieszko I;ok. 960–992;Piastowie\n\
         Bolesław Chrobry;992–1025;Piastowie\n\
         Władysław Jagiełło;1386–1434;Jagiellonowie\n",
        &["c. 960 – 992: Mieszko I", "992–1025: Bolesław Chrobry", "1386–1434: Władysław Jagiełło"],
    ),
    (
        "Етап;Початок;Кінець\n\
         Підготовка;01.04.2025;14.04.2025\n\
         Будівництво;15.04.2025;30.09.2025\n\
         Здача;01.10.2025;до сьогодні\n",
        &[
            "1–14 Apr 2025: Підготовка",
            "15 Apr – 30 Sep 2025: Будівництво",
            "1 Oct 2025 – present: Здача",
        ],
    ),
    (
        "Stavba;Doba výstavby;Sloh\n\
         Rotunda;11. století;románský\n\
         Katedrála;1344–1929;gotický\n\
         Letohrádek;1538–1565;renesanční\n",
        &["11th century: Rotunda", "1344–1929: Katedrála", "1538–1565: Letohrádek"],
    ),
    (
        "工程,着工,完了,担当\n\
         基礎工事,2024年4月1日,2024年4月26日,佐藤\n\
         躯体工事,2024年5月7日,2024年8月30日,鈴木\n\
         竣工検査,2024年9月10日,2024年9月10日,佐藤\n",
        &["1–26 Apr 2024: 基礎工事", "7 May – 30 Aug 2024: 躯体工事", "10 Sep 2024: 竣工検査"],
    ),
    (
        "المهمة,تاريخ البدء,تاريخ الانتهاء,المسؤول\n\
         دراسة,01/02/2025,15/02/2025,أحمد\n\
         تنفيذ,16/02/2025,30/04/2025,سعاد\n\
         تسليم,01/05/2025,01/05/2025,أحمد\n",
        &["1–15 Feb 2025: دراسة", "16 Feb – 30 Apr 2025: تنفيذ", "1 May 2025: تسليم"],
    ),
    (
        "YEAR,MO,DA,TITLE\n\
         1985,7,13,Live concert\n\
         1989,11,9,Wall\n\
         2004,12,26,Tsunami\n",
        &["13 Jul 1985: Live concert", "9 Nov 1989: Wall", "26 Dec 2004: Tsunami"],
    ),
    (
        "Datum;Događaj\n\
         25. lipnja 1991.;Proglašenje samostalnosti\n\
         15. siječnja 1992.;Međunarodno priznanje\n\
         1. srpnja 2013.;Ulazak u Uniju\n",
        &[
            "25 Jun 1991: Proglašenje samostalnosti",
            "15 Jan 1992: Međunarodno priznanje",
            "1 Jul 2013: Ulazak u Uniju",
        ],
    ),
    (
        "Tanggal,Peristiwa,Tempat\n\
         17 Agustus 1945,Proklamasi,Jakarta\n\
         18 April 1955,Konferensi Asia-Afrika,Bandung\n\
         21 Mei 1998,Pengunduran diri,Jakarta\n",
        &[
            "17 Aug 1945: Proklamasi",
            "18 Apr 1955: Konferensi Asia-Afrika",
            "21 May 1998: Pengunduran diri",
        ],
    ),
    (
        "Ngày,Sự kiện\n\
         7 tháng 5 năm 1954,Điện Biên Phủ\n\
         30 tháng 4 năm 1975,Thống nhất\n\
         11 tháng 1 năm 2007,Gia nhập WTO\n",
        &["7 May 1954: Điện Biên Phủ", "30 Apr 1975: Thống nhất", "11 Jan 2007: Gia nhập WTO"],
    ),
    (
        "To-do,List,Assigned to,Due on,Completed on\n\
         Write copy,Site,Ana,2023-03-03,2023-03-02\n\
         Pick photos,Site,Raj,2023-03-10,\n",
        &["3 Mar 2023: Write copy", "10 Mar 2023: Pick photos"],
    ),
    (
        "item,itemLabel,inception,dissolved\n\
         wd:Q1,Safavid Iran,+1501-00-00T00:00:00Z,+1736-00-00T00:00:00Z\n\
         wd:Q2,Zand dynasty,+1751-00-00T00:00:00Z,+1794-00-00T00:00:00Z\n",
        &["1501–1736: Safavid Iran", "1751–1794: Zand dynasty"],
    ),
    (
        "Signatur;Titel;Laufzeit;Umfang\n\
         1/12;Protokolle;1871-1879;2 Bde.\n\
         1/13;Briefe;um 1880;1 Mappe\n\
         1/14;Pläne;1880, 1883-1885;3 Rollen\n",
        &["1871–1879: Protokolle", "c. 1880: Briefe", "1880: Pläne", "1883–1885: Pläne"],
    ),
    (
        "Verein;Gegr.;Aufl.;Sitz\n\
         Turnverein;1848;1933;Ulm\n\
         Ruderclub;1896;;Ulm\n\
         Schachklub;1921;1945;Blaubeuren\n",
        &["1848–1933: Turnverein", "1896: Ruderclub", "1921–1945: Schachklub"],
    ),
    (
        "Château;Construction;Style;Propriétaire\n\
         Chambord;1519-1547;Renaissance;État\n\
         Vaux;1656-1661;Classique;privé\n\
         Pierrefonds;XIVe siècle;Médiéval;État\n",
        &["1519–1547: Chambord", "1656–1661: Vaux", "14th century: Pierrefonds"],
    ),
    (
        "Chiesa;Epoca;Stato\n\
         San Marco;XI secolo;aperta\n\
         San Zeno;inizio XII secolo;aperta\n\
         Sant'Anna;1630-1656;chiusa\n",
        &["11th century: San Marco", "Early 12th century: San Zeno", "1630–1656: Sant'Anna"],
    ),
    (
        "Giornata;Data;Casa;Ospite;Ris.\n\
         1;20/08/2023;Empoli;Verona;0-1\n\
         2;27/08/2023;Lecce;Fiorentina;2-2\n\
         3;03/09/2023;Milan;Torino;4-1\n",
        &[
            "20 Aug 2023: Empoli – Verona",
            "27 Aug 2023: Lecce – Fiorentina",
            "3 Sep 2023: Milan – Torino",
        ],
    ),
    (
        "Klub;Założony;Rozwiązany;Miasto\n\
         Lwowia;1908;1939;Lwów\n\
         Czarni;1903;1939;Lwów\n\
         Wisła;1906;;Kraków\n",
        &["1908–1939: Lwowia", "1903–1939: Czarni", "1906: Wisła"],
    ),
    (
        "왕,재위 기간\n\
         태조,1392년 ~ 1398년\n\
         세종,1418년 ~ 1450년\n\
         정조,1776년 ~ 1800년\n",
        &["1392–1398: 태조", "1418–1450: 세종", "1776–1800: 정조"],
    ),
    (
        "Udalosť;Dátum\n\
         Vznik republiky;1. januára 1993\n\
         Vstup do Únie;1. mája 2004\n\
         Euro;1. januára 2009\n",
        &["1 Jan 1993: Vznik republiky", "1 May 2004: Vstup do Únie", "1 Jan 2009: Euro"],
    ),
    (
        "Дата,Събитие\n\
         3 март 1878 г.,Освобождение\n\
         6 септември 1885 г.,Съединение\n",
        &["3 Mar 1878: Освобождение", "6 Sep 1885: Съединение"],
    ),
    (
        "Įvykis,Data\n\
         Nepriklausomybė,1918 m. vasario 16 d.\n\
         Atkūrimas,1990 m. kovo 11 d.\n",
        &["16 Feb 1918: Nepriklausomybė", "11 Mar 1990: Atkūrimas"],
    ),
    (
        "Ref,Name,Event,When\n\
         A-1,Harbour,Dredging begins,March 1887\n\
         A-2,Harbour,First ferry,2 June 1889\n\
         A-3,Bridge,Opened to carts,1893\n",
        &[
            "Mar 1887: Dredging begins [Harbour]",
            "2 Jun 1889: First ferry [Harbour]",
            "1893: Opened to carts [Bridge]",
        ],
    ),
    (
        "Name,Founded,Closed\n\
         Mill A,1790 [1],1862\n\
         Mill B,1811*,1902[2]\n\
         Mill C,1830 (a),1911\n",
        &["1790–1862: Mill A", "1811–1902: Mill B", "1830–1911: Mill C"],
    ),
    (
        "Album title,Release year,Label\n\
         Blue,1971,Reprise\n\
         Hejira,1976,Asylum\n",
        &["1971: Blue", "1976: Hejira"],
    ),
    (
        "Incident ID,Detected,Resolved,Severity,Short summary\n\
         INC-1,2023-04-01 08:10,2023-04-01 09:55,High,Mail down\n\
         INC-2,2023-04-20 22:00,2023-04-21 01:30,Low,Slow search\n",
        &[
            "1 Apr 2023, 08:10 – 09:55: Mail down",
            "20 Apr 2023, 22:00 – 21 Apr 2023, 01:30: Slow search",
        ],
    ),
    (
        "Ship,Launched,Lost\n\
         Aurora,1876,1917\n\
         Belle,1880,unknown\n\
         Corvus,1891,-\n\
         Dart,n.d.,1900\n",
        &["1876–1917: Aurora", "1880–?: Belle", "1891: Corvus"],
    ),
    (
        "Date,Entry,Hours\n\
         2024-01-08,Reading,3\n\
         2024-01-09,Writing,5\n\
         TOTAL,,8\n",
        &["8 Jan 2024: Reading", "9 Jan 2024: Writing"],
    ),
    (
        "Expedition,Departed,Returned,Leader\n\
         Discovery,6 August 1901,10 September 1904,Scott\n\
         Nimrod,1 January 1908,June 1909,Shackleton\n\
         Terra Nova,15 June 1910,14 June 1913,Scott\n",
        &[
            "6 Aug 1901 – 10 Sep 1904: Discovery",
            "1 Jan 1908 – Jun 1909: Nimrod",
            "15 Jun 1910 – 14 Jun 1913: Terra Nova",
        ],
    ),
    (
        "Stage,Age (Ma),Stage base\n\
         Maastrichtian,72.1–66.0,GSSP\n\
         Campanian,83.6–72.1,GSSP\n",
        &["72.1–66.0 Ma: Maastrichtian", "83.6–72.1 Ma: Campanian"],
    ),
];

#[test]
fn headers_in_many_languages_are_read() {
    for (text, expected) in CASES {
        let (events, _) = read_events(text).unwrap_or_else(|faults| panic!("{text}: {faults}"));
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), *expected, "{text}");
    }
}

#[test]
fn prices_ages_and_letters_are_no_times() {
    // A count of an unknown unit is refused.
    refuses(&[("step,t\nmix,0\nheat,5\n", &["date"])]);
}
