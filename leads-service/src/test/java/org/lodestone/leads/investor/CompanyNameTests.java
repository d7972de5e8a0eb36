package org.lodestone.leads.investor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTests {

    @ParameterizedTest
    @CsvSource({
        "龙电华鑫有限公司, 龙电华鑫",
        "龙电华鑫股份有限公司, 龙电华鑫",
        "龙电华鑫（山西）有限公司, 龙电华鑫山西",
        "龙电华鑫(山西)有限责任公司, 龙电华鑫山西",
        "' ＡＢＣ Co., Ltd. ', abc",
        "有限公司, 有限公司"
    })
    void widthBracketsAndLegalFormSayNothing(String written, String compared) {
        assertThat(CompanyName.normalised(written)).isEqualTo(compared);
    }
}
