#include "wording/report_words.h"

#include <array>

#include <fmt/format.h>

#include "wording/number.h"

namespace simrules {
namespace {

struct Row {
  std::string_view en;
  std::string_view ja;
  std::string_view zh;
};

/// In the order of ReportWord.
constexpr std::array<Row, 36> kRows = {
    {{"Policy changes", "ポリシーの変更", "政策变更"},
     {"base", "基準", "基准"},
     {"head", "対象", "对象"},
     {"Compared {1} with {0}.", "{0} と {1} を比較しました。", "将 {1} 与 {0} 进行了比较。"},
     {"no changes", "変更はありません", "没有变更"},
     {"Policy", "ポリシー全般", "政策本身"},
     {"Corrections of our own data", "当データの訂正", "对本数据的更正"},
     {"What we had written was wrong; the carrier changed nothing here.",
      "当データの記載の誤りを直したもので、事業者による変更ではありません。",
      "这里改正的是本数据的错误，运营商并未变更。"},
     {"Announced", "発表済み", "已公布"},
     {"Made known in this time, and not in force at its end.",
      "この期間に発表され、期末の時点ではまだ適用されていません。",
      "在此期间公布，期末尚未生效。"},
     {"why", "理由", "原因"},
     {"effective", "適用", "生效"},
     {"sources", "出典", "来源"},
     {"Impact", "影響", "影响"},
     {"Policy and rule", "ポリシーとルール", "政策与规则"},
     {"Change", "変更", "变更"},
     {"Before", "変更前", "变更前"},
     {"After", "変更後", "变更后"},
     {"Cause", "理由", "原因"},
     {"Effective", "適用", "生效"},
     {"Evidence", "根拠", "依据"},
     {"Evidence and wording: {}", "根拠と表記：{} 件", "依据与文字：{} 项"},
     {"a field that the base's schema did not know",
      "基準側のスキーマになかった項目",
      "基准一方的 schema 中没有的字段"},
     {"neither better nor worse, for this differs too: ",
      "次の項目も異なるため優劣なし：",
      "以下字段也不同，故无优劣之分："},
     {"{} more not shown", "ほか {} 件は省略", "另有 {} 项未显示"},
     {"{} more without an annotation", "ほか {} 件は注釈を省略", "另有 {} 项未加注释"},
     {"next version", "次のバージョン", "下一版本"},
     {"and {} more", "ほか {} 件", "另有 {} 项"},
     {"nothing", "なし", "无"},
     {"release", "リリース", "发布版"},
     {"dataset", "データセット", "数据集"},
     {"folder", "フォルダー", "文件夹"},
     {"commit", "コミット", "提交"},
     {"version", "バージョン", "版本"},
     {"{0} as of {1}", "{0}（{1}時点）", "{0}（截至 {1}）"},
     {"Announced, not yet in force", "発表済み・未適用", "已公布、尚未生效"}}};

}  // namespace

std::string_view report_word(ReportWord word, std::string_view language) {
  const Row& row = kRows.at(static_cast<std::size_t>(word));
  if (language == "ja") return row.ja;
  if (language == "zh") return row.zh;
  return row.en;
}

std::string report_words(ReportWord word,
                         std::string_view language,
                         std::string_view base,
                         std::string_view head) {
  return fmt::format(fmt::runtime(report_word(word, language)), base, head);
}

std::string report_words(ReportWord word, std::string_view language, std::size_t count) {
  return fmt::format(fmt::runtime(report_word(word, language)), count);
}

std::string change_count_text(std::size_t changes,
                              std::size_t policies,
                              std::string_view language) {
  if (language == "ja") return fmt::format("{} ポリシーで {} 件の変更", policies, changes);
  if (language == "zh") return fmt::format("{} 份政策中有 {} 项变更", policies, changes);
  return fmt::format(
      "{} in {}", counted(changes, "change", "changes"), counted(policies, "policy", "policies"));
}

}  // namespace simrules
