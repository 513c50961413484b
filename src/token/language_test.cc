#include <gtest/gtest.h>

#include "token/marked.h"

namespace casus {
namespace {

TEST(GuessLanguage, TellsByFunctionWordsAndScript) {
  struct Case {
    const char* language;
    const char* text;
  };
  const Case cases[] = {
      {"en", "The envoy of Ruritania left the capital on Tuesday and did not say where he would go."},
      {"en", "Envoy leaves Ruritania"},
      {"en", "PM: “Talks with Äland resume in Łódź”, the office of Müller said."},
      {"en", "Erdoğan meets Lind"},
      {"en", "Ruritania's air force carried out strikes Friday evening."},
      {"en", "A Lutz court finally rejected the organization."},
      {"und", "Łódź, Mérida, Øhav"},
      {"de", "Der Botschafter hat am Dienstag die Hauptstadt verlassen und nicht gesagt, wohin er reist."},
      {"fr", "L'ambassadeur a quitté la capitale mardi et n'a pas dit où il allait avec les autres."},
      {"es", "El embajador salió de la capital el martes y no dijo a dónde iba con los otros."},
      {"it", "L'ambasciatore ha lasciato la capitale e non ha detto dove andrà con gli altri."},
      {"pt", "O embaixador deixou a capital na terça-feira e não disse para onde vai com os outros."},
      {"nl", "De ambassadeur heeft dinsdag de hoofdstad verlaten en zei niet waar hij naar toe gaat."},
      {"sv", "Ambassadören lämnade huvudstaden på tisdagen och sade inte vart han skulle åka med de andra."},
      {"pl", "Ambasador opuścił we wtorek stolicę i nie powiedział, dokąd jedzie, ale to nie jest tajemnica."},
      {"tr", "Büyükelçi salı günü başkentten ayrıldı ve bu konuda bir açıklama için daha sonra konuştu."},
      {"ru", "Посол покинул столицу во вторник и не сказал, куда он едет."},
      {"uk", "Посол залишив столицю у вівторок і не сказав, що та як він про це знає."},
      {"hy", "Դեսպանը երեքշաբթի օրը հեռացավ մայրաքաղաքից։"},
      {"ar", "غادر السفير العاصمة يوم الثلاثاء"},
      {"zh", "大使星期二离开首都。"},
      {"el", "Ο πρέσβης έφυγε από την πρωτεύουσα"},
      {"und", "12:30 — 45 % !!!"},
      {"und", "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna aliqua"},
  };
  for (const Case& wanted : cases) {
    const Document document = document_of(wanted.text);
    EXPECT_EQ(guess_language(document, split(document, token_rules()), token_rules()), wanted.language) << wanted.text;
  }
}

}  // namespace
}  // namespace casus
