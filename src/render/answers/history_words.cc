#include "render/answers/history_words.h"

#include <array>
#include <cstddef>

#include <fmt/format.h>

namespace simrules {
namespace {

struct Row {
  std::string_view en;
  std::string_view ja;
  std::string_view zh;
};

std::string_view in_language(const Row& row, std::string_view language) {
  if (language == "ja") return row.ja;
  if (language == "zh") return row.zh;
  return row.en;
}

/// In the order of HistoryWord.
constexpr std::array<Row, 11> kRows = {
    {{"What the carrier did", "事業者の動き", "运营商的动向"},
     {"The dates rest on {0} where no other is named, each as precise as its source.",
      "特記のない日付は{0}によるもので、精度は出典のとおりです。",
      "未另注明的日期依据{0}，精度与来源一致。"},
     {"No release gives a date.", "日付の記録はありません。", "没有日期记录。"},
     {"Still to come after {0}", "{0}より後の日付", "{0}之后的日期"},
     {"What our data said", "当データの記録", "本数据的记载"},
     {"It is in no release.", "公開済みのリリースにはありません。", "已发布的版本中没有记录。"},
     {"Not released yet", "未公開の変更", "尚未发布"},
     {"release {0} of {1}", "リリース {0}（{1}）", "发布版 {0}（{1}）"},
     {"by {0}", "{0}による", "依据{0}"},
     {"formerly {0}", "以前のID：{0}", "曾用标识：{0}"},
     {"{0} is now {1}", "{0} から {1} へ", "{0} 改为 {1}"}}};

/// In the order of RecordKind.
constexpr std::array<Row, 7> kKinds = {{{"first recorded", "初めて記録", "首次记录"},
                                        {"recorded again", "再び記録", "再次记录"},
                                        {"changed", "変更", "变更"},
                                        {"moved", "移行", "迁移"},
                                        {"retired", "廃止", "停用"},
                                        {"removed", "削除", "移除"},
                                        {"unchanged", "変更なし", "没有变更"}}};

}  // namespace

std::string_view history_word(HistoryWord word, std::string_view language) {
  return in_language(kRows.at(static_cast<std::size_t>(word)), language);
}

std::string history_words(HistoryWord word,
                          std::string_view language,
                          std::string_view first,
                          std::string_view second) {
  return fmt::format(fmt::runtime(history_word(word, language)), first, second);
}

std::string_view record_word(RecordKind kind, std::string_view language) {
  return in_language(kKinds.at(static_cast<std::size_t>(kind)), language);
}

}  // namespace simrules
